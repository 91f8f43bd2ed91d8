using System.Globalization;
using CallEventsDashboard.Benchmarks;

// Side-by-side measurements, printed with the ratio that is the goal. Needs what tests/run publishes, and npm for the timeline's; run it on a machine that does nothing else:
//   dotnet run --configuration Release --project tests/CallEventsDashboard.Benchmarks [circuit | timeline | latency in milliseconds, 150]
if (args is ["circuit"])
{
    await CircuitBenchmark.RunAsync();
    return;
}

if (args is not ["timeline"])
{
    var latency = args is [var text, ..] ? int.Parse(text, CultureInfo.InvariantCulture) : 150;
    await using var rig = await BrowserRig.StartAsync(latency, "--events", "100000");
    await rig.OpenListAsync();
    await ScrollBenchmark.RunAsync(rig);
    await JumpBenchmark.RunAsync(rig);
}

await TimelineBenchmark.RunAsync();
await CircuitBenchmark.RunAsync();
