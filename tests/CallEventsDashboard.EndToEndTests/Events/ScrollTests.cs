using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed class ScrollTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    // Most of the account: the rows that are left out are those that expire while a test runs.
    private const int Lasting = 80_000;

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task FarEnd_OfAllRows_IsReachedInOrder(string order)
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync($"{await Sandbox.NewestRangeAsync(Lasting)}{(order == "newest" ? "" : "&order=oldest")}");
        var total = await visitor.TotalAsync();
        Assert.True(total >= Lasting, $"the list has {total} events only");
        var first = await visitor.LoadedRowAsync(0);

        await visitor.ScrollToAsync(1);
        await Expect(visitor.RowAt(total - 1)).ToBeAttachedAsync();
        await Expect(visitor.Page.GetByTestId("event-placeholder")).ToHaveCountAsync(0);

        var end = await visitor.LoadedRowsAsync();
        Assert.Equal(total - 1, end[^1].Index);
        Assert.Equal(end.Select((_, i) => end[0].Index + i), end.Select(row => row.Index));
        var times = end.Select(row => row.OccurredAt).ToList();
        Assert.Equal(order == "newest" ? times.OrderDescending(StringComparer.Ordinal) : times.Order(StringComparer.Ordinal), times);
        Assert.Equal(order == "newest", string.CompareOrdinal(first.OccurredAt, times[^1]) > 0);
        await Expect(visitor.Grid).ToHaveAttributeAsync("aria-rowcount", $"{total}");
    }

    [Fact]
    public async Task Jumps_ThroughTheList_ShowOneRowPerPlace()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync(await Sandbox.NewestRangeAsync(Lasting));
        var seen = new Dictionary<long, string>();

        foreach (var share in new[] { 0.2, 0.9, 0.5, 0.7, 0.2, 0.0 })
        {
            await visitor.ScrollToAsync(share);
            // What was in view before is still drawn for a moment.
            await visitor.Page.WaitForFunctionAsync(
                """
                () => {
                  const box = document.querySelector('[data-testid=event-scroller]').getBoundingClientRect();
                  return document.elementFromPoint(box.left + box.width / 3, box.top + box.height / 2)?.closest('[data-testid=event-row]');
                }
                """);
            await Expect(visitor.Page.GetByTestId("event-placeholder")).ToHaveCountAsync(0);
            foreach (var row in await visitor.LoadedRowsAsync())
            {
                Assert.True(seen.TryAdd(row.Index, row.Fingerprint) || seen[row.Index] == row.Fingerprint, $"place {row.Index} changed its row");
            }
        }

        Assert.Equal(seen.Count, seen.Values.Distinct(StringComparer.Ordinal).Count());
    }
}

[Collection(nameof(Trouble))]
public sealed class SlowScrollTests(TroubleFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    public override async ValueTask DisposeAsync()
    {
        await Sandbox.SetFaultsAsync(new { latencyMs = 20, fault = "none" });
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Scrolling_OverASlowService_ShowsRowsOnTheWayAndAllInViewWhenItStops()
    {
        await Sandbox.SetFaultsAsync(new { latencyMs = 150, fault = "none" });
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();

        // On and on, until a row that was not read when it began is seen on the way. How many frames show one is the Benchmarks' to measure.
        var seen = await visitor.Scroller.EvaluateAsync<bool>(
            """
            scroller => new Promise(done => {
              const readBefore = 600, step = 120, box = scroller.getBoundingClientRect();
              const frame = () => {
                const row = document.elementFromPoint(box.left + box.width / 3, box.top + box.height / 2)?.closest('[data-testid=event-row]');
                if (Number(row?.dataset.index) >= readBefore) { done(true); return; }
                if (scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight) { done(false); return; }
                scroller.scrollTop += step;
                requestAnimationFrame(frame);
              };
              requestAnimationFrame(frame);
            })
            """);

        Assert.True(seen, "no frame on the way showed a row");
        await Expect(visitor.Page.GetByTestId("event-placeholder")).ToHaveCountAsync(0);
        var inView = await visitor.Scroller.EvaluateAsync<int>(
            """
            scroller => {
              const box = scroller.getBoundingClientRect();
              return [0.2, 0.35, 0.5, 0.65, 0.8].filter(at => document.elementFromPoint(box.left + box.width / 3, box.top + box.height * at)?.closest('[data-testid=event-row]')).length;
            }
            """);
        Assert.Equal(5, inView);
    }
}
