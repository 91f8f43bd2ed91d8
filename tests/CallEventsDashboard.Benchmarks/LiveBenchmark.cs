using System.Globalization;
using Microsoft.Playwright;

namespace CallEventsDashboard.Benchmarks;

/// <summary>Follows a list into which 200 events arrive each second, and tells how long frames take and what is drawn for them.</summary>
internal static class LiveBenchmark
{
    // What a script ran for at once, the time between frames, and what each change of the page touched.
    private const string Watch = """
        seconds => new Promise(done => {
          const list = document.querySelector('[data-testid=event-scroller]');
          const frames = [], tasks = [], changes = [];
          let last = 0, ends = performance.now() + seconds * 1000;
          new PerformanceObserver(found => tasks.push(...found.getEntries().map(entry => entry.duration))).observe({ entryTypes: ['longtask'] });
          new MutationObserver(found => changes.push(found.length)).observe(list, { subtree: true, childList: true, attributes: true, characterData: true });
          const most = numbers => numbers.length ? Math.max(...numbers) : 0;
          const step = now => {
            if (last) frames.push(now - last);
            last = now;
            if (now < ends) requestAnimationFrame(step);
            else done([frames.length, frames.filter(time => time > 50).length, most(frames), tasks.length, most(tasks), changes.length, most(changes), list.querySelectorAll('[data-index]').length]);
          };
          requestAnimationFrame(step);
        })
        """;

    private const int Seconds = 20;

    public static async Task RunAsync()
    {
        await using var rig = await BrowserRig.StartAsync(20, BrowserRig.NoSettings, "--events", "20000", "--live", "200", "--rate-limit", "4000/60");
        await rig.OpenListAsync();
        var still = await rig.Page.EvaluateAsync<double[]>(Watch, 5);
        Print("standing still", still);
        await rig.Page.GetByTestId("live").ClickAsync();
        await rig.Page.Locator("[data-testid=live][data-state=following]").WaitForAsync();
        var before = await TotalAsync(rig);
        var browser = await rig.Page.Context.NewCDPSessionAsync(rig.Page);
        await browser.SendAsync("Performance.enable");
        var spent = await SpentAsync(browser);
        var seen = await rig.Page.EvaluateAsync<double[]>(Watch, Seconds);
        Print("live", seen);
        var each = (await SpentAsync(browser)).Zip(spent, (after, earlier) => (after - earlier) * 1000 / Math.Max(1, seen[5])).ToList();
        Figures.Print(string.Create(CultureInfo.InvariantCulture, $"  for each change: scripts {each[0]:0.0} ms, styles {each[1]:0.0} ms, layout {each[2]:0.0} ms, all of the page's work {each[3]:0.0} ms"));
        var grown = (await TotalAsync(rig) - before) / (double)Seconds;
        var says = await rig.Page.GetByTestId("live").InnerTextAsync();
        Figures.Print(string.Create(CultureInfo.InvariantCulture, $"  the list grew by {grown:0} events a second; the switch says {says.ReplaceLineEndings(" ")}"));
    }

    private static async Task<int> TotalAsync(BrowserRig rig) =>
        int.Parse(await rig.Page.GetByTestId("coverage").GetAttributeAsync("data-total") ?? "0", CultureInfo.InvariantCulture);

    private static async Task<List<double>> SpentAsync(ICDPSession browser)
    {
        var metrics = (await browser.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble(), StringComparer.Ordinal);
        return [.. new[] { "ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "TaskDuration" }.Select(name => metrics[name])];
    }

    private static void Print(string what, double[] seen) => Figures.Print(string.Create(
        CultureInfo.InvariantCulture,
        $"200 arrivals a second, {what}: {seen[1]} of {seen[0]} frames over 50 ms (goal 0), the longest {seen[2]:0} ms; {seen[3]} long tasks, the longest {seen[4]:0} ms; {seen[5]} changes of the page, the largest of {seen[6]} nodes; {seen[7]} rows drawn"));
}
