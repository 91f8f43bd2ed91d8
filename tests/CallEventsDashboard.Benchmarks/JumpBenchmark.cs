namespace CallEventsDashboard.Benchmarks;

/// <summary>Jumps to far rows and measures until the row in the middle of the list is drawn: first where nothing was read, then back to where it was.</summary>
internal static class JumpBenchmark
{
    private const double Frame = 1000.0 / 60;

    private const string Jump = """
        index => new Promise(done => {
          const list = document.querySelector('[data-testid=event-scroller]');
          const start = performance.now();
          list.scrollTop = index * 32;
          const wanted = index + Math.floor(list.clientHeight / 64);
          const look = () => {
            if (document.querySelector(`[data-testid=event-row][data-index="${wanted}"]`)) done(performance.now() - start);
            else if (performance.now() - start > 5000) done(5000);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })
        """;

    private static readonly int[] Places = [.. Enumerable.Range(1, 15).Select(i => 4_000 + (i * 6_100))];

    public static async Task RunAsync(BrowserRig rig)
    {
        var page = await rig.TimeOfOnePageAsync();
        var uncached = await MeasureAsync(rig);
        var cached = await MeasureAsync(rig);
        var goal = (1.15 * page) + Frame;
        Figures.Print($"curl of one page of 250: median {Figures.Text(page)} ms");
        Figures.Print($"uncached jump: median {Figures.Text(Figures.Median(uncached))} ms, p95 {Figures.Text(Figures.Percentile(uncached, 0.95))} ms; {Figures.Ratio(Figures.Median(uncached) / page)} x curl (goal {Figures.Text(goal)} ms = 1.15 x curl + a frame)");
        Figures.Print($"cached jump: median {Figures.Text(Figures.Median(cached))} ms, p95 {Figures.Text(Figures.Percentile(cached, 0.95))} ms (goal 20 ms)");
    }

    private static async Task<List<double>> MeasureAsync(BrowserRig rig)
    {
        var times = new List<double>();
        foreach (var place in Places)
        {
            times.Add(await rig.Page.EvaluateAsync<double>(Jump, place));
            // A page read ahead must not stand in the way of the next jump.
            await rig.Page.WaitForTimeoutAsync(rig.Latency * 3);
        }

        return times;
    }
}
