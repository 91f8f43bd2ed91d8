using System.Globalization;
using CallEventsDashboard.Benchmarks;

// Side-by-side measurements, printed with the ratio that is the goal. Needs what tests/run publishes, and npm for the timeline's; run it on a machine that does nothing else:
//   dotnet run --configuration Release --project tests/CallEventsDashboard.Benchmarks [list [latency in milliseconds, 150] | timeline | circuit | naming | economy | live | export [descending | ascending | NDJSON | CSV]]
var part = args is [var asked, ..] ? asked : "all";
if (part is "all" or "list")
{
    var latency = args is [_, var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 150;
    await using var rig = await BrowserRig.StartAsync(latency, BrowserRig.NoSettings, "--events", "100000");
    await rig.OpenListAsync();
    await ScrollBenchmark.RunAsync(rig);
    await JumpBenchmark.RunAsync(rig);
}

if (part is "all" or "timeline")
    await TimelineBenchmark.RunAsync();
if (part is "all" or "circuit")
    await CircuitBenchmark.RunAsync();
if (part is "all" or "naming")
    await NamingBenchmark.RunAsync();
if (part is "all" or "economy")
    await EconomyBenchmark.RunAsync();
if (part is "all" or "live")
    await LiveBenchmark.RunAsync();
if (part is "all" or "export")
    await ExportBenchmark.RunAsync(args is ["export", var only] ? only : null);
