using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

public class SharedSnapshotTests
{
    private static readonly SandboxOptions Account = new() { Events = 5000, Latency = TimeSpan.FromMilliseconds(150) };

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Open_ByFiftyTabsWithinTenSeconds_MakesOneRequestPerPage(Sandbox.ServiceOrder order)
    {
        using var tabs = new FeedTabs(Account with { Order = order });
        var feeds = new List<CallEventFeed>();
        for (var i = 0; i < 50; i++)
        {
            var feed = tabs.Open();
            feed.Want(i * 40, 60);
            feeds.Add(feed);
            await tabs.RunAsync(TimeSpan.FromMilliseconds(190), 50);
        }

        await tabs.UntilAsync(() => Enumerable.Range(0, 50).All(i => FeedTabs.Shows(feeds[i], i * 40, 60)));
        await tabs.RunAsync(TimeSpan.FromSeconds(2));

        var queries = tabs.Handler.Sent.Select(sent => sent.Query).ToList();
        Assert.Equal(queries.Distinct(StringComparer.Ordinal), queries);
        Assert.InRange(queries.Count, 8, 14);
        Assert.Single(feeds.Select(feed => feed.Status.AsOf).Distinct());
        feeds.ForEach(feed => feed.Dispose());
    }

    [Fact]
    public async Task Open_WithAnotherKey_SharesNothing()
    {
        using var tabs = new FeedTabs(Account);
        using var one = tabs.Open();
        using var other = tabs.Open(key: "B");
        one.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(one, 0, 60));

        Assert.Null(other.Status.AsOf);
        Assert.Null(other.Row(0));
        Assert.Empty(other.RequestLog);
        other.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(other, 0, 60));
        await tabs.RunAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(tabs.Handler.Sent.Count(sent => sent.Key == "KEY_TEST_A"), one.Status.Requests);
        Assert.Equal(tabs.Handler.Sent.Count(sent => sent.Key == "KEY_TEST_B"), other.Status.Requests);
    }

    [Fact]
    public async Task Open_TenSecondsLater_IsAsOfThen()
    {
        using var tabs = new FeedTabs(Account);
        using var first = tabs.Open();
        first.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(first, 0, 60));
        await tabs.RunAsync(TimeSpan.FromSeconds(10.5));
        using var later = tabs.Open();
        later.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(later, 0, 60));

        Assert.True(later.Status.AsOf > first.Status.AsOf);
    }

    [Fact]
    public async Task OpenNew_TakesNothingOfOthers()
    {
        using var tabs = new FeedTabs(Account);
        using var first = tabs.Open();
        first.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(first, 0, 60));
        using var fresh = tabs.Feeds.OpenNew(tabs.Client, FeedTabs.Key("A"), CallEventQuery.Default);

        Assert.Null(fresh.Status.AsOf);
        using var next = tabs.Open();
        fresh.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(next, 0, 60));
        Assert.Equal(fresh.Status.AsOf, next.Status.AsOf);
        Assert.NotEqual(first.Status.AsOf, next.Status.AsOf);
    }

    [Fact]
    public async Task Open_OfARangeThatHasEnded_IsSharedForMinutesAndWithoutAViewer()
    {
        using var tabs = new FeedTabs(Account);
        var ended = new TimeBound(TimeComparison.Before, tabs.Time.GetUtcNow().AddHours(-1));
        var query = CallEventQuery.Default with { Range = new TimeRange { Upper = ended } };
        using (var first = tabs.Open(query))
        {
            first.Want(0, 60);
            await tabs.UntilAsync(() => FeedTabs.Shows(first, 0, 60));
        }

        await tabs.RunAsync(TimeSpan.FromMinutes(9), 1000);
        var requests = tabs.Handler.Sent.Count;
        using (var second = tabs.Open(query))
            Assert.True(FeedTabs.Shows(second, 0, 60));
        Assert.Equal(requests, tabs.Handler.Sent.Count);

        await tabs.RunAsync(TimeSpan.FromMinutes(2), 1000);
        using var third = tabs.Open(query);
        Assert.False(FeedTabs.Shows(third, 0, 60));
    }

    [Fact]
    public async Task Open_OfManyLists_KeepsFew()
    {
        using var tabs = new FeedTabs(Account);
        var budgets = new RequestBudgetRegistry(tabs.Time, new Recorded().Work);
        var snapshots = new SnapshotCache(new FeedOptions(), budgets, new Recorded().Work, tabs.Time);
        var key = FeedTabs.Key("A");
        var ended = new TimeBound(TimeComparison.Before, tabs.Time.GetUtcNow().AddHours(-1));
        for (var i = 0; i < 100; i++)
        {
            var query = CallEventQuery.Default with { Name = $"call.{i}", Range = new TimeRange { Upper = ended } };
            snapshots.Open(tabs.Client, key, query, isNew: false, isLive: false, snapshot => new CallEventFeed(snapshot, key, snapshots.Sweep)).Dispose();
        }

        Assert.Equal(SnapshotCache.MaxSnapshots, snapshots.Count);
        await tabs.RunAsync(TimeSpan.FromMinutes(12), 10_000);
        Assert.InRange(snapshots.Count, 0, SnapshotCache.MaxSnapshots);
    }

    [Fact]
    public async Task Dispose_OfTheLastTab_LetsASentRequestFinishIntoTheList()
    {
        using var tabs = new FeedTabs(Account with { Order = Sandbox.ServiceOrder.Descending });
        var first = tabs.Open();
        first.Want(0, 60);
        await tabs.UntilAsync(() => FeedTabs.Shows(first, 0, 250));
        first.Want(3000, 60);
        await tabs.UntilAsync(() => first.RequestLog[^1].Duration is null);
        first.Dispose();
        var sent = tabs.Handler.Sent.Count;
        await tabs.RunAsync(TimeSpan.FromSeconds(1));

        Assert.Equal((sent, 0), (tabs.Handler.Sent.Count, tabs.Handler.Cancelled));
        using var second = tabs.Open();
        Assert.True(FeedTabs.Shows(second, 3000, 60));
    }

    [Fact]
    public async Task Want_OfAScan_IsSharedToo()
    {
        using var tabs = new FeedTabs(Account);
        var query = CallEventQuery.Default with { Search = "call" };
        using var one = tabs.Open(query);
        using var other = tabs.Open(query);
        one.Want(0, 60);
        other.Want(0, 60);
        await tabs.UntilAsync(() => one.Status.Scan is { IsDone: true });

        Assert.Equal(one.Status.RowCount, other.Status.RowCount);
        var pages = tabs.Handler.Sent.Select(sent => sent.Query).Skip(1).ToList();
        // The first one opened the list. Backwards, pages of 226 to 250 rows overlap by a row or more; each of the two on its own would need as many again.
        Assert.Equal(pages.Distinct(StringComparer.Ordinal), pages);
        Assert.InRange(pages.Count, 20, 26);
    }
}
