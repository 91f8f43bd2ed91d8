using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

[Collection(nameof(Calm))]
public sealed class LeavingTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    // A browser has six connections to a host: a page that is left, and whose farewell is not answered, keeps one of them.
    private const int Connections = 6;

    // A browser gives such a farewell up after thirty seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Page_AfterManyWereLeftBeforeTheirScriptsCame_OpensAtOnce()
    {
        const string scripts = "**/Components/Shared/*.razor.js";
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();

        for (var i = 0; i <= Connections; i++)
        {
            var asked = new TaskCompletionSource();
            await visitor.Page.RouteAsync(scripts, _ => asked.TrySetResult());
            await visitor.Page.GotoAsync($"{Dashboard.Address}events?last=6h", new() { WaitUntil = WaitUntilState.Commit });
            await asked.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            await visitor.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        }

        await visitor.Page.GotoAsync($"{Dashboard.Address}events", new() { WaitUntil = WaitUntilState.Commit, Timeout = (float)Patience.TotalMilliseconds });
        await Expect(visitor.Rows.First).ToBeVisibleAsync();
    }
}
