using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>A list polls for newer events while somebody sees it, and only then.</summary>
public class NewerEventsTests
{
    private static readonly SandboxOptions Account = new() { Events = 3000 };

    [Fact]
    public async Task Watching_CountsWhatArrivesWithinAQuarterOfAMinute()
    {
        using var tabs = new FeedTabs(Account);
        using var feed = await OpenAsync(tabs);
        feed.IsWatching = true;
        tabs.Api.AddNewRows(12);
        await tabs.RunAsync(TimeSpan.FromSeconds(14));
        Assert.Equal((0, 0), (feed.Status.Newer, Polls(feed)));
        await tabs.RunAsync(TimeSpan.FromSeconds(2));
        // One request counts what arrived, one more how much of it is no newer than the list.
        Assert.Equal((12, 0, 2), (feed.Status.Newer, feed.Status.Late, Polls(feed)));
        Assert.InRange(feed.Status.RowCount, 2990, 3000);
        await tabs.RunAsync(TimeSpan.FromSeconds(15));
        Assert.Equal(3, Polls(feed));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public async Task Watching_AListThatWasReadToItsEnd_TellsLateEventsFromNewerOnes(Sandbox.ServiceOrder service, EventOrder view)
    {
        using var tabs = new FeedTabs(Account with { Order = service });
        using var feed = tabs.Open(CallEventQuery.Default with { Order = view });
        var scan = tabs.Feeds.Group(feed);
        feed.IsWatching = true;
        await tabs.UntilAsync(() => { scan.Advance(); return scan.IsDone; });

        tabs.Api.AddLateRows(3);
        tabs.Api.AddNewRows(5);
        await tabs.RunAsync(TimeSpan.FromSeconds(16));
        scan.Advance();
        Assert.Equal((3, 5), (scan.Status.Late, scan.Status.Newer));
        Assert.Empty(feed.LateRows);

        using var again = tabs.Feeds.OpenNew(tabs.Client, FeedTabs.Key("A"), CallEventQuery.Default with { Order = view });
        var whole = tabs.Feeds.Group(again);
        await tabs.UntilAsync(() => { whole.Advance(); return whole.IsDone; });
        Assert.Equal((0, 0), (whole.Status.Late, whole.Status.Newer));
        Assert.Equal(8 + Events(scan), Events(whole));

        static int Events(SessionScan scan) => scan.Sessions.Sum(session => session.Matches) + scan.Sessionless;
    }

    [Fact]
    public async Task LateEvents_ThatAreMetAfterTheyWereCounted_AreCountedOnce()
    {
        using var tabs = new FeedTabs(Account with { Events = 100_000 });
        using var feed = await OpenAsync(tabs);
        feed.IsWatching = true;
        feed.Want(9000, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 9000, 60), 1);
        tabs.Api.AddLateRows(3);
        await tabs.RunAsync(TimeSpan.FromSeconds(16));
        Assert.Equal((3, 0), (feed.Status.Late, feed.Status.Newer));

        for (var start = 0; start < 9000; start += 240)
        {
            feed.Want(start, 240);
            await tabs.UntilAsync(() => FeedTabs.Shows(feed, start, 240), 1);
        }

        Assert.Equal((3, 0), (feed.LateRows.Count, feed.Status.Newer));
        Assert.Equal(3, feed.Status.Late);
        await tabs.RunAsync(TimeSpan.FromSeconds(16));
        Assert.Equal((3, 0), (feed.Status.Late, feed.Status.Newer));
    }

    [Fact]
    public async Task Watching_ByNobody_AsksNothing()
    {
        using var tabs = new FeedTabs(Account);
        using var feed = await OpenAsync(tabs);
        await tabs.RunAsync(TimeSpan.FromMinutes(2), 1000);
        Assert.Equal(0, Polls(feed));

        feed.IsWatching = true;
        await tabs.RunAsync(TimeSpan.FromSeconds(31));
        feed.IsWatching = false;
        await tabs.RunAsync(TimeSpan.FromMinutes(2), 1000);
        Assert.Equal(2, Polls(feed));
    }

    [Fact]
    public async Task Watching_WhileItStaysQuiet_AsksOnceAMinute()
    {
        using var tabs = new FeedTabs(Account);
        using var feed = await OpenAsync(tabs);
        feed.IsWatching = true;
        await tabs.RunAsync(TimeSpan.FromSeconds(155), 500);
        Assert.Equal(10, Polls(feed));
        await tabs.RunAsync(TimeSpan.FromMinutes(5), 500);
        Assert.InRange(Polls(feed), 14, 15);

        tabs.Api.AddNewRows(1);
        await tabs.RunAsync(TimeSpan.FromSeconds(92), 500);
        Assert.InRange(Polls(feed), 17, 19);
    }

    [Fact]
    public async Task Watching_WithLittleLeftOfTheAllowance_AsksNothing()
    {
        using var tabs = new FeedTabs(Account);
        tabs.Api.Faults = new SandboxFaults { RateLimitRemaining = 5 };
        using var feed = await OpenAsync(tabs);
        feed.IsWatching = true;
        await tabs.RunAsync(TimeSpan.FromSeconds(40));

        Assert.Equal(0, Polls(feed));
    }

    [Fact]
    public async Task Watching_ARangeThatHasEnded_AsksNothing()
    {
        using var tabs = new FeedTabs(Account);
        var ended = new TimeBound(TimeComparison.Before, tabs.Time.GetUtcNow().AddHours(-1));
        using var feed = await OpenAsync(tabs, CallEventQuery.Default with { Range = new TimeRange { Upper = ended } });
        feed.IsWatching = true;
        await tabs.RunAsync(TimeSpan.FromMinutes(1), 500);

        Assert.Equal(0, Polls(feed));
    }

    private static async Task<CallEventFeed> OpenAsync(FeedTabs tabs, CallEventQuery? query = null)
    {
        var feed = tabs.Open(query);
        feed.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, 60), 1);
        return feed;
    }

    private static int Polls(CallEventFeed feed) => feed.RequestLog.Count(entry => entry.Purpose == "newer");
}
