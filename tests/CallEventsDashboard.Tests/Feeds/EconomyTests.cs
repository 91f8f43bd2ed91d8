using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>How few requests lists make of a service that answers forty a minute, counted at the service.</summary>
public class EconomyTests
{
    private const int Screen = 60;
    private static readonly SandboxOptions Account = new() { Events = 100_000, Latency = TimeSpan.FromMilliseconds(100), RateLimit = RequestLimit.Telnyx };

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Descending, 2)]
    [InlineData(Sandbox.ServiceOrder.Ascending, 3)]
    public async Task Opening_OfALargeList_CostsItsNewestPageAndItsCheck(Sandbox.ServiceOrder order, int most)
    {
        using var tabs = new FeedTabs(Account with { Order = order });
        // The account ends in a minute of dense traffic, which is passed.
        await tabs.RunAsync(TimeSpan.FromSeconds(90), 1000);
        using var feed = await OpenAsync(tabs);
        await tabs.UntilAsync(() => feed.Status.Coverage is Coverage.Complete);
        await tabs.RunAsync(TimeSpan.FromMinutes(1), 250);

        Write("opening", tabs);
        Assert.InRange(tabs.Api.RequestCount, 1, most);
        Assert.Contains(feed.RequestLog, entry => entry.Purpose == "check");
    }

    [Fact]
    public async Task Row_ThatExpiresAfterItWasSent_IsShownOnceThereIsARequestToSpare()
    {
        using var tabs = new FeedTabs(Account with { Order = Sandbox.ServiceOrder.Ascending });
        await tabs.RunAsync(TimeSpan.FromSeconds(90), 1000);
        using var feed = await OpenAsync(tabs);
        await tabs.UntilAsync(() => feed.Status.Coverage is Coverage.Complete);

        tabs.Api.ExpireRows(1);
        feed.Want(300, Screen);
        await tabs.UntilAsync(() => feed.Status.Expired > 0);
        await tabs.UntilAsync(() => feed.Status is { Coverage: Coverage.Complete, Expired: 0 });

        Assert.NotNull(feed.Row(feed.Status.RowCount - 1));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Descending, 1)]
    [InlineData(Sandbox.ServiceOrder.Ascending, 2)]
    public async Task Opening_OfAListWhoseNewestPageIsAMomentOld_IsConfirmedWhenItHasSettled(Sandbox.ServiceOrder order, int most)
    {
        using var tabs = new FeedTabs(Account with { Order = order });
        using var feed = await OpenAsync(tabs);
        feed.IsWatching = true;
        Assert.Equal((Coverage.Reading, true, most), (feed.Status.Coverage, feed.Status.IsBeingChecked, (int)tabs.Api.RequestCount));
        await tabs.UntilAsync(() => feed.Status.Coverage is Coverage.Complete, 100);

        Write("opening", tabs);
        // One for newer events, and one or two that confirm the number.
        Assert.InRange(tabs.Api.RequestCount - most, 2, 3);
        Assert.InRange(tabs.Time.GetUtcNow() - tabs.Api.StartedAt, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    public async Task List_OfAServiceThatStopsShort_IsNeverCalledComplete(Sandbox.ServiceOrder order)
    {
        using var tabs = new FeedTabs(Account with { Order = order, Events = 20_000, Cuts = new ServiceCuts { Depth = 10_000 } });
        using var feed = tabs.Open();
        var wasComplete = false;
        feed.Changed += () => wasComplete |= feed.Status is { Coverage: Coverage.Complete, Scan: null };
        feed.IsWatching = true;
        feed.Want(0, Screen);
        await tabs.UntilAsync(() => feed.Status.Scan is not null, 100);

        Assert.False(wasComplete);
        Assert.True(FeedTabs.Shows(feed, 0, 1) || feed.Status.Coverage is Coverage.Reading);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    public async Task List_ThatHasNotSettled_IsReadOnInOrderAndLosesNothing(Sandbox.ServiceOrder order)
    {
        using var tabs = new FeedTabs(Account with { Events = 20_000, Order = order, LiveRate = 1.2, Lag = TimeSpan.FromSeconds(20), RateLimit = RequestLimit.Telnyx });
        var asOf = tabs.Time.GetUtcNow();
        var there = tabs.Api.Events().Where(row => row.OccurredAt <= asOf && row.OccurredAt > asOf.AddHours(-23)).Select(RowKey.Of).ToList();
        using var feed = await OpenAsync(tabs);
        var top = Enumerable.Range(0, Screen).Select(index => feed.Row(index)!.Fingerprint).ToList();
        Assert.True(feed.Status.IsBeingChecked);
        Assert.Equal(asOf, feed.Status.AsOf);

        var read = new List<CallEvent>();
        for (var start = 0; start < feed.Status.RowCount; start += 200)
        {
            feed.Want(start, 200);
            await tabs.UntilAsync(() => FeedTabs.Shows(feed, start, Math.Min(200, feed.Status.RowCount - start)), 200);
            read.AddRange(Enumerable.Range(start, Math.Min(200, feed.Status.RowCount - start)).Select(feed.Row).OfType<CallEvent>());
        }

        Assert.Equal(top, read.Take(Screen).Select(row => row.Fingerprint));
        Assert.False(feed.Status.IsBeingChecked);
        var listed = read.Concat(feed.LateRows).CountBy(RowKey.Of).ToDictionary();
        Assert.Empty(there.CountBy(row => row).Where(pair => listed.GetValueOrDefault(pair.Key) < pair.Value).Select(pair => pair.Key));
        Assert.Equal(read.Select(row => row.OccurredAt).OrderDescending(), read.Select(row => row.OccurredAt));
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    public async Task PageAhead_OfAListThatIsScrolled_IsReadInTheDirectionOfTravelFromTheSpare(Sandbox.ServiceOrder order)
    {
        using var tabs = new FeedTabs(Account with { Order = order });
        using var feed = await OpenAsync(tabs);
        feed.Want(5000, Screen);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 5000, Screen));
        feed.Want(4990, Screen);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 4990, Screen) && feed.Status.Coverage is Coverage.Complete);
        var before = tabs.Api.RequestCount;
        await tabs.RunAsync(TimeSpan.FromSeconds(30), 100);

        Assert.InRange(tabs.Api.RequestCount - before, 0, 1);
        Assert.NotNull(feed.Row(4989 - (PageRequest.MaxSize / 2)));
    }

    [Fact]
    public async Task List_ThatIsOnlyLookedAt_AsksTwiceAMinuteHoweverManyLook()
    {
        using var tabs = new FeedTabs(Account with { Events = 20_000, LiveRate = 1.2 });
        var feeds = new List<CallEventFeed>();
        // Those who come later have a list of their own, as of then.
        foreach (var wait in new[] { 0, 1, 1, 20, 20 })
        {
            await tabs.RunAsync(TimeSpan.FromSeconds(wait));
            feeds.Add(await OpenAsync(tabs));
            feeds[^1].IsWatching = true;
        }

        await tabs.UntilAsync(() => tabs.Time.GetUtcNow().Second == 0);
        var begun = tabs.Time.GetUtcNow();
        await tabs.RunAsync(TimeSpan.FromMinutes(5), 250);
        Write("idle", tabs);
        var idle = tabs.Handler.Sent.Where(sent => sent.At >= begun).CountBy(sent => (int)(sent.At - begun).TotalMinutes).ToList();
        Assert.All(idle, minute => Assert.InRange(minute.Value, 1, 2));
        Assert.All(feeds, feed => Assert.True(feed.Status.Newer > 0));
        feeds.ForEach(feed => feed.Dispose());
    }

    [Fact]
    public async Task NamesOfAMenu_AreCountedFromWhatIsToSpareAlone()
    {
        using var tabs = new FeedTabs(Account with { Events = 20_000 });
        using var feed = await OpenAsync(tabs);
        using var other = await OpenAsync(tabs);
        var before = tabs.Api.RequestCount;
        using var menu = new CancellationTokenSource();
        var counting = Task.WhenAll(CountNamesAsync(feed, menu.Token), CountNamesAsync(other, menu.Token));
        await tabs.RunAsync(TimeSpan.FromSeconds(1), 20);
        var atOnce = tabs.Api.RequestCount - before;
        await tabs.RunAsync(TimeSpan.FromSeconds(28), 20);
        var halfAMinute = tabs.Api.RequestCount - before;
        Write("menu", tabs);
        // Half a minute in, people have not used half of what they may.
        Assert.InRange(atOnce, 0, 1);
        Assert.InRange(halfAMinute, 8, 16);

        feed.Want(10_000, Screen);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 10_000, Screen));
        Assert.Null(feed.Status.HeldUntil);
        await menu.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    public async Task Morning_OfOnePerson_FitsIntoOneMinute(Sandbox.ServiceOrder order)
    {
        using var tabs = new FeedTabs(Account with { Order = order });
        using var feed = await OpenAsync(tabs);
        var wasHeld = false;
        feed.Changed += () => wasHeld |= feed.Status.HeldUntil is not null;
        for (var screen = 0; screen <= 5; screen++)
        {
            feed.Want(screen * Screen, Screen);
            await tabs.UntilAsync(() => FeedTabs.Shows(feed, screen * Screen, Screen));
        }

        foreach (var index in new[] { 10, 100, 200 })
            Assert.Equal(index, await RunAsync(tabs, feed.FindAsync(feed.Row(index)!.Fingerprint, TestContext.Current.CancellationToken)));
        foreach (var query in new[] { CallEventQuery.Default with { Name = "call.hangup" }, CallEventQuery.Default with { Name = "call.hangup", Failed = true } })
        {
            using var filtered = tabs.Open(query);
            filtered.Want(0, Screen);
            await tabs.UntilAsync(() => filtered.Status.Coverage is Coverage.Complete);
        }

        foreach (var id in Enumerable.Range(0, 200).Select(index => feed.Row(index)!.SessionId).OfType<string>().Distinct(StringComparer.Ordinal).Take(2))
        {
            using var session = tabs.Feeds.OpenSession(tabs.Client, FeedTabs.Key("A"), id);
            await tabs.UntilAsync(() => session.IsWhole);
        }

        Write("morning", tabs);
        Assert.InRange(tabs.Time.GetUtcNow() - tabs.Api.StartedAt, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.InRange(tabs.Api.RequestCount, 1, 20);
        Assert.False(wasHeld);
    }

    private static async Task<CallEventFeed> OpenAsync(FeedTabs tabs)
    {
        var feed = tabs.Open();
        feed.Want(0, Screen);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, Screen));
        return feed;
    }

    private static async Task CountNamesAsync(CallEventFeed feed, CancellationToken closed)
    {
        await Task.Yield();
        await foreach (var _ in feed.CountAsync(FilterCatalogue.EventName, new CountOrder(EventCatalogue.All.Select(entry => entry.Name).Distinct(StringComparer.Ordinal)), closed))
        {
        }
    }

    private static async Task<T> RunAsync<T>(FeedTabs tabs, Task<T> task)
    {
        await tabs.UntilAsync(() => task.IsCompleted);
        return await task;
    }

    private static void Write(string what, FeedTabs tabs) => TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {tabs.Api.RequestCount} requests");
}
