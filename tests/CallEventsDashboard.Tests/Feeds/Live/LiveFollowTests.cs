using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>How often a live list is polled, and when its new events are held back.</summary>
public sealed class LiveFollowTests
{
    private static readonly SandboxOptions Account = new() { Events = 3000, RateLimit = new RequestLimit(40, TimeSpan.FromMinutes(1)) };

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Following_ListsWhatArrives_WithAQuarterOfTheAllowance(Sandbox.ServiceOrder order)
    {
        using var tabs = new FeedTabs(Account with { Order = order, LiveRate = 0.5, Lag = TimeSpan.FromSeconds(20) });
        using var feed = await FollowAsync(tabs);
        var (before, rows) = (tabs.Api.RequestCount, feed.Status.RowCount);
        await tabs.RunAsync(TimeSpan.FromMinutes(5), 200);

        Assert.Equal((LiveState.Following, TimeSpan.FromSeconds(6)), (feed.Status.Live!.State, feed.Status.Live.Period));
        Assert.InRange(tabs.Api.RequestCount - before, 40, 51);
        Assert.All(feed.RequestLog.Where(entry => entry.Purpose is "live" or "newer").CountBy(entry => entry.StartedAt.Minute), minute => Assert.InRange(minute.Value, 0, 10));
        Assert.InRange(feed.Status.RowCount - rows, 80, 240);
        Assert.Equal(0, feed.Status.Newer);
        AssertWhole(tabs, feed, tabs.Time.GetUtcNow() - TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Lists_OfOneKey_ShareTheQuarter()
    {
        using var tabs = new FeedTabs(Account with { LiveRate = 0.5 });
        using var one = await FollowAsync(tabs);
        using var other = await FollowAsync(tabs);
        using var third = await FollowAsync(tabs);
        await tabs.RunAsync(TimeSpan.FromMinutes(1), 200);
        var before = tabs.Api.RequestCount;
        await tabs.RunAsync(TimeSpan.FromMinutes(5), 200);

        Assert.InRange(tabs.Api.RequestCount - before, 35, 52);
        Assert.All([one, other, third], feed => Assert.True(feed.Status.Live!.Inserted > 50));
        // Each of the three makes one request a poll, and once a minute a second one that counts late events.
        Assert.InRange(one.Status.Live!.Period, TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(3 * 2 * 6));
    }

    [Fact]
    public async Task Paused_HoldsBackAndCounts_AndMarksTheGapWhenItGoesOn()
    {
        using var tabs = new FeedTabs(Account);
        using var feed = await FollowAsync(tabs);
        var (rows, top) = (feed.Status.RowCount, feed.Row(0)!);
        feed.Pause(true);
        var added = tabs.Api.AddNewRows(12);
        await tabs.RunAsync(TimeSpan.FromSeconds(40), 200);
        Assert.Equal((LiveState.Paused, 12, rows), (feed.Status.Live!.State, feed.Status.Live.Gap, feed.Status.RowCount));
        Assert.Equal(top.Fingerprint, feed.Row(0)!.Fingerprint);

        var heldAt = feed.Status.AsOf;
        feed.Pause(false);
        Assert.Equal((0, rows + 12), (feed.Status.Live.Gap, feed.Status.RowCount));
        Assert.True(feed.Status.AsOf - heldAt > TimeSpan.FromSeconds(20), "It is as of the poll that brought the last of them.");
        Assert.Equal((top.Fingerprint, 12), (feed.Row(12)!.Fingerprint, feed.GapAbove(feed.Row(12)!)));
        Assert.Equal(added.Select(RowKey.Of).ToHashSet(), Enumerable.Range(0, 12).Select(index => RowKey.Of(feed.Row(index)!)).ToHashSet());
        Assert.All(Enumerable.Range(0, 12), index => Assert.True(feed.IsNew(feed.Row(index)!)));
    }

    [Fact]
    public async Task Paused_AgainAndAgain_IsPolledNoMoreOften()
    {
        using var tabs = new FeedTabs(Account);
        using var feed = await FollowAsync(tabs);
        var before = tabs.Api.RequestCount;
        for (var turn = 0; turn < 60; turn++)
        {
            feed.Pause(turn % 2 == 0);
            await tabs.RunAsync(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(tabs.Api.RequestCount - before, 5, 11);
    }

    [Fact]
    public async Task Hidden_PollsOnceAMinute_AndCountsFailures()
    {
        using var tabs = new FeedTabs(Account with { LiveRate = 1 });
        using var feed = await FollowAsync(tabs);
        feed.IsWatching = false;
        var (before, rows) = (tabs.Api.RequestCount, feed.Status.RowCount);
        await tabs.RunAsync(TimeSpan.FromMinutes(4), 500);
        Assert.InRange(tabs.Api.RequestCount - before, 3, 10);
        Assert.Equal((LiveState.Paused, rows), (feed.Status.Live!.State, feed.Status.RowCount));
        Assert.True(feed.Status.Live.Failures > 0);

        feed.IsWatching = true;
        await tabs.UntilAsync(() => feed.Status.Live!.State is LiveState.Following && feed.Status.RowCount > rows + 100);
        Assert.Equal(0, feed.Status.Live!.Failures);
    }

    [Fact]
    public async Task Following_WhileTelnyxAsksToWait_Waits_AndLosesNothing()
    {
        using var tabs = new FeedTabs(Account with { LiveRate = 0.5 });
        using var feed = await FollowAsync(tabs);
        tabs.Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, Times = 1 };
        await tabs.UntilAsync(() => feed.Status.Live!.State is LiveState.Waiting, 100);
        tabs.Api.Faults = SandboxFaults.None;
        await tabs.UntilAsync(() => feed.Status.Live!.State is LiveState.Following, 100);
        await tabs.RunAsync(TimeSpan.FromMinutes(1), 200);

        AssertWhole(tabs, feed, tabs.Time.GetUtcNow() - TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Following_WhatArrivesFasterThanPollsCanRead_SaysThatItIsToBeOpenedAgain()
    {
        using var tabs = new FeedTabs(Account with { RateLimit = null, LiveRate = 400 });
        using var feed = await FollowAsync(tabs);

        await tabs.UntilAsync(() => feed.Status.Live!.NeedsRenewal, 100);
    }

    [Fact]
    public async Task Party_IsFollowedOnBothSides()
    {
        using var tabs = new FeedTabs(Account);
        var party = tabs.Api.Events().Last(row => row.From is { Length: > 0 }).From!;
        using var feed = await FollowAsync(tabs, CallEventQuery.Default with { Party = party });
        var rows = feed.Status.RowCount;
        var of = 0;
        while (of == 0)
            of = tabs.Api.AddNewRows(40).Count(row => row.From == party || row.To == party);
        await tabs.UntilAsync(() => feed.Status.RowCount > rows, 100);

        Assert.Equal(TimeSpan.FromSeconds(12), feed.Status.Live!.Period);
    }

    [Fact]
    public async Task LaterThanPollsReachBack_IsCountedAsLate()
    {
        using var tabs = new FeedTabs(Account);
        using var feed = await FollowAsync(tabs);
        for (var start = 0; start < feed.Status.RowCount; start += 240)
        {
            feed.Want(start, Math.Min(240, feed.Status.RowCount - start));
            await tabs.UntilAsync(() => FeedTabs.Shows(feed, start, Math.Min(240, feed.Status.RowCount - start)));
        }

        tabs.Api.AddLateRows(3);
        await tabs.RunAsync(TimeSpan.FromSeconds(150), 200);

        Assert.Equal(3, feed.Status.Late);
    }

    private static async Task<CallEventFeed> FollowAsync(FeedTabs tabs, CallEventQuery? query = null)
    {
        var feed = tabs.Feeds.OpenLive(tabs.Client, FeedTabs.Key("A"), query ?? CallEventQuery.Default);
        feed.IsWatching = true;
        feed.Want(0, 60);
        await tabs.UntilAsync(() => feed.Status is { Live.State: LiveState.Following, RowCount: > 0 } && feed.RequestLog.Any(entry => entry.Purpose == "live"));
        return feed;
    }

    private static void AssertWhole(FeedTabs tabs, CallEventFeed feed, DateTimeOffset until)
    {
        var listed = Enumerable.Range(0, feed.Status.RowCount).Select(feed.Row).TakeWhile(row => row is not null).OfType<CallEvent>().ToList();
        var since = listed[^1].OccurredAt!.Value;
        Assert.Equal(listed.Select(row => row.OccurredAt).OrderDescending(), listed.Select(row => row.OccurredAt));
        var there = tabs.Api.Events().Where(row => row.OccurredAt > since && row.OccurredAt <= until).CountBy(RowKey.Of);
        var shown = listed.CountBy(RowKey.Of).ToDictionary();
        Assert.DoesNotContain(there, pair => shown.GetValueOrDefault(pair.Key) != pair.Value);
    }
}
