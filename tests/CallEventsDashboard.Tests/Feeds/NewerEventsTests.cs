using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>A list looks out for newer events while somebody sees it, and only then.</summary>
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
        Assert.Equal((0, 0), (feed.Status.Newer, LookOuts(feed)));
        await tabs.RunAsync(TimeSpan.FromSeconds(2));
        Assert.Equal((12, 1), (feed.Status.Newer, LookOuts(feed)));
        Assert.InRange(feed.Status.RowCount, 2990, 3000);
    }

    [Fact]
    public async Task Watching_ByNobody_AsksNothing()
    {
        using var tabs = new FeedTabs(Account);
        using var feed = await OpenAsync(tabs);
        await tabs.RunAsync(TimeSpan.FromMinutes(2), 1000);
        Assert.Equal(0, LookOuts(feed));

        feed.IsWatching = true;
        await tabs.RunAsync(TimeSpan.FromSeconds(31));
        feed.IsWatching = false;
        await tabs.RunAsync(TimeSpan.FromMinutes(2), 1000);
        Assert.Equal(2, LookOuts(feed));
    }

    [Fact]
    public async Task Watching_WhileItStaysQuiet_AsksOnceAMinute()
    {
        using var tabs = new FeedTabs(Account);
        using var feed = await OpenAsync(tabs);
        feed.IsWatching = true;
        await tabs.RunAsync(TimeSpan.FromSeconds(155), 500);
        Assert.Equal(10, LookOuts(feed));
        await tabs.RunAsync(TimeSpan.FromMinutes(5), 500);
        Assert.InRange(LookOuts(feed), 14, 15);

        tabs.Api.AddNewRows(1);
        await tabs.RunAsync(TimeSpan.FromSeconds(92), 500);
        Assert.InRange(LookOuts(feed), 17, 19);
    }

    [Fact]
    public async Task Watching_WithLittleLeftOfTheAllowance_AsksNothing()
    {
        using var tabs = new FeedTabs(Account);
        tabs.Api.Faults = new SandboxFaults { RateLimitRemaining = 5 };
        using var feed = await OpenAsync(tabs);
        feed.IsWatching = true;
        await tabs.RunAsync(TimeSpan.FromSeconds(40));

        Assert.Equal(0, LookOuts(feed));
    }

    [Fact]
    public async Task Watching_ARangeThatHasEnded_AsksNothing()
    {
        using var tabs = new FeedTabs(Account);
        var ended = new TimeBound(TimeComparison.Before, tabs.Time.GetUtcNow().AddHours(-1));
        using var feed = await OpenAsync(tabs, CallEventQuery.Default with { Range = new TimeRange { Upper = ended } });
        feed.IsWatching = true;
        await tabs.RunAsync(TimeSpan.FromMinutes(1), 500);

        Assert.Equal(0, LookOuts(feed));
    }

    private static async Task<CallEventFeed> OpenAsync(FeedTabs tabs, CallEventQuery? query = null)
    {
        var feed = tabs.Open(query);
        feed.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, 60), 1);
        return feed;
    }

    private static int LookOuts(CallEventFeed feed) => feed.RequestLog.Count(entry => entry.Purpose == "look-out");
}
