namespace CallEventsDashboard.Benchmarks;

/// <summary>Scrolls at 3,600 px/s for 240 frames and counts those with no event row in the middle of the list.</summary>
internal static class ScrollBenchmark
{
    private const string Scroll = """
        () => new Promise(done => {
          const list = document.querySelector('[data-testid=event-scroller]');
          const box = list.getBoundingClientRect();
          const times = [];
          let blank = 0, frames = 0, last = 0;
          const step = now => {
            if (last) times.push(now - last);
            last = now;
            list.scrollTop += 60;
            const hit = document.elementFromPoint(box.left + 200, box.top + box.height / 2)?.closest('[data-testid]');
            if (hit?.dataset.testid !== 'event-row') blank++;
            if (++frames < 240) requestAnimationFrame(step);
            else done([blank, times.sort((a, b) => a - b)[Math.floor(times.length * .95)]]);
          };
          requestAnimationFrame(step);
        })
        """;

    public static async Task RunAsync(BrowserRig rig)
    {
        var result = await rig.Page.EvaluateAsync<double[]>(Scroll);
        Figures.Print($"scroll at 3,600 px/s, latency {rig.Latency} ms: {result[0]} of 240 frames blank (goal 0); frame time p95 {Figures.Text(result[1])} ms (goal 20)");
    }
}
