using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

[Collection(nameof(Calm))]
public sealed class ScrollTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task FarEnd_OfAllRows_IsReachedInOrder(string order)
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync(order == "newest" ? "" : "order=oldest");
        var total = await visitor.TotalAsync();
        Assert.True(total > 50_000, $"the sandbox lists {total} events only");
        var first = (await visitor.LoadedRowsAsync())[0];

        await visitor.ScrollToAsync(1);
        await Expect(visitor.RowAt(total - 20)).ToBeAttachedAsync();
        await Expect(visitor.Page.GetByTestId("event-placeholder")).ToHaveCountAsync(0);

        var end = await visitor.LoadedRowsAsync();
        var expired = await visitor.Page.GetByTestId("event-expired").CountAsync();
        Assert.Equal(total - 1, end[^1].Index + expired);
        var times = end.Select(row => row.OccurredAt).ToList();
        Assert.Equal(order == "newest" ? times.OrderDescending(StringComparer.Ordinal) : times.Order(StringComparer.Ordinal), times);
        Assert.Equal(order == "newest", string.CompareOrdinal(first.OccurredAt, times[^1]) > 0);
        await Expect(visitor.Grid).ToHaveAttributeAsync("aria-rowcount", $"{total}");
    }

    [Fact]
    public async Task Jumps_ThroughTheList_ShowOneRowPerPlace()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        var seen = new Dictionary<long, string>();

        foreach (var share in new[] { 0.2, 0.9, 0.5, 0.7, 0.2, 0.0 })
        {
            await visitor.ScrollToAsync(share);
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

        var withRow = await visitor.Scroller.EvaluateAsync<int>(
            """
            scroller => new Promise(done => {
              const pixelsPerSecond = 3600, seconds = 6, box = scroller.getBoundingClientRect();
              let withRow = 0, start;
              const frame = now => {
                start ??= now;
                scroller.scrollTop = (now - start) / 1000 * pixelsPerSecond;
                const middle = document.elementFromPoint(box.left + box.width / 3, box.top + box.height / 2);
                if (middle?.closest('[data-testid=event-row]')) withRow++;
                now - start < seconds * 1000 ? requestAnimationFrame(frame) : done(withRow);
              };
              requestAnimationFrame(frame);
            })
            """);

        // How many frames show rows is the Benchmarks' to measure, on a quiet machine: here other tests share its cores.
        Assert.True(withRow > 0, "no frame on the way showed a row");
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
