using System.Globalization;
using CallEventsDashboard.Benchmarks;

// Side-by-side measurements, printed with the ratio that is the goal. Needs what tests/run publishes; run it on a machine that does nothing else:
//   dotnet run --configuration Release --project tests/CallEventsDashboard.Benchmarks [latency in milliseconds, 150]
var latency = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 150;
await using var rig = await BrowserRig.StartAsync(latency);
await ScrollBenchmark.RunAsync(rig);
await JumpBenchmark.RunAsync(rig);
