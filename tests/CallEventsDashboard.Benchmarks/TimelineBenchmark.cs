using System.Globalization;
using System.Text;
using System.Text.Json;
using CallEventsDashboard.Components.Sessions.Timeline;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;

namespace CallEventsDashboard.Benchmarks;

/// <summary>A session of 10,000 events, from events in memory to painted, and panned for 120 frames; beside vis-timeline, which is given the marks and no phases.</summary>
internal static class TimelineBenchmark
{
    private const int Events = 10_000;
    private const int Rounds = 5;

    /// <summary>The second frame begins when the first has been painted.</summary>
    private const string Painted = """
        const painted = selector => new Promise(done => {
          const look = () => document.querySelector(selector) ? requestAnimationFrame(() => requestAnimationFrame(done)) : requestAnimationFrame(look);
          look();
        });
        """;

    private const string PaintOurs = $$"""
        async ([markup, head, numbers]) => {
          {{Painted}}
          const { open } = await import('/Components/Sessions/Timeline/SessionTimeline.razor.js');
          const bytes = Uint8Array.from(atob(numbers), letter => letter.charCodeAt(0));
          const parsed = JSON.parse(head);
          const stage = document.getElementById('stage');
          const start = performance.now();
          stage.innerHTML = markup;
          window.timeline = open(stage.querySelector('[data-testid=session-timeline]'), { invokeMethodAsync: async () => { } });
          window.timeline.show(parsed, bytes);
          await painted('[data-testid=event-mark]');
          return performance.now() - start;
        }
        """;

    private const string PaintVis = $$"""
        async items => {
          {{Painted}}
          const marks = JSON.parse(items);
          const groups = [...new Set(marks.map(mark => mark.group))].map(id => ({ id, content: `Leg ${id}` }));
          const start = performance.now();
          window.vis_ = new vis.Timeline(document.getElementById('stage'), new vis.DataSet(marks), new vis.DataSet(groups), { stack: false, height: 600, showCurrentTime: false });
          await painted('.vis-item');
          return performance.now() - start;
        }
        """;

    private const string Pan = """
        move => new Promise(done => {
          const times = [];
          let frames = 0, last = 0;
          const step = now => {
            if (last) times.push(now - last);
            last = now;
            move(frames < 60 ? 20 : -20);
            if (++frames < 120) requestAnimationFrame(step);
            else done(times);
          };
          requestAnimationFrame(step);
        })
        """;

    public static async Task RunAsync()
    {
        var session = LargeSession.Create(Events);
        var pack = TimelinePack.Create(session, InstantFormat.Utc);
        var head = JsonSerializer.Serialize(pack.Head, JsonSerializerOptions.Web);
        var markup = await MarkupAsync(session);
        var marks = JsonSerializer.Serialize(session.Marks.Select((mark, id) => new { id, group = mark.Event.LegId, start = mark.At, type = "point", content = "" }));

        await using var stage = await TimelineStage.StartAsync();
        List<double> ours = [], vis = [], ourFrames = [], visFrames = [];
        for (var round = 0; round < Rounds; round++)
        {
            var page = await stage.OursAsync();
            ours.Add(await page.EvaluateAsync<double>(PaintOurs, new[] { markup, head, Convert.ToBase64String(pack.Numbers) }));
            await page.EvaluateAsync("timeline.zoom(8)");
            ourFrames.AddRange(await page.EvaluateAsync<double[]>($"({Pan})(pixels => timeline.pan(pixels))"));
            await page.CloseAsync();

            page = await stage.VisAsync();
            vis.Add(await page.EvaluateAsync<double>(PaintVis, marks));
            // Its frames are long: one round tells enough.
            if (round == 0)
                visFrames.AddRange(await page.EvaluateAsync<double[]>($$"""
                () => {
                  const { start, end } = vis_.getWindow();
                  const [width, middle] = [(end - start) / 8, (+start + +end) / 2];
                  let from = middle - width / 2;
                  return ({{Pan}})(pixels => { from += pixels * width / 1200; vis_.setWindow(from, from + width, { animation: false }); });
                }
                """));
            await page.CloseAsync();
        }

        var bytes = pack.Numbers.Length + Encoding.UTF8.GetByteCount(head) + Encoding.UTF8.GetByteCount(markup);
        Figures.Print(string.Create(CultureInfo.InvariantCulture, $"timeline of {Events:N0} events, {session.Legs.Count} legs: {bytes / 1000.0:0.0} KB for the browser ({pack.Numbers.Length / 1000.0:0.0} numbers, the rest texts and lanes; goal 200)"));
        Figures.Print($"painted: median {Figures.Text(Figures.Median(ours))} ms, vis-timeline {Figures.Text(Figures.Median(vis))} ms; ratio {Figures.Ratio(Figures.Median(ours) / Figures.Median(vis))} (goal 0.2)");
        Figures.Print($"panned: frame p95 {Figures.Text(Figures.Percentile(ourFrames, 0.95))} ms (goal 20), vis-timeline {Figures.Text(Figures.Percentile(visFrames, 0.95))} ms");
    }

    /// <summary>What the server writes: the lanes and their names.</summary>
    private static async Task<string> MarkupAsync(CallSession session)
    {
        await using var services = new ServiceCollection().AddSingleton<IJSRuntime, NoBrowser>().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<SessionTimeline>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(SessionTimeline.Session)] = session }))).ToHtmlString());
    }

    private sealed class NoBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new NotSupportedException("Nothing is asked of a browser while markup is written.");

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    }
}
