using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>Lists over a service that limits requests as Telnyx does: in fixed minutes, and with a refusal that does not say how long to wait.</summary>
public class AllowanceTests
{
    private const int Screen = 60;
    private static readonly SandboxOptions Limited = new() { Events = 20_000, Latency = TimeSpan.FromMilliseconds(100), RateLimit = RequestLimit.Telnyx };

    [Fact]
    public async Task Jumps_BeyondTheAllowance_WaitForTheNextMinuteAndAreNeverRefused()
    {
        using var tabs = new FeedTabs(Limited);
        await tabs.RunAsync(TimeSpan.FromSeconds(12));
        using var feed = tabs.Open();
        feed.Want(0, Screen);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, Screen));
        for (var jump = 1; feed.Status.HeldUntil is null; jump++)
        {
            Assert.True(jump <= RequestLimit.Telnyx.Requests, "More was asked than the allowance has.");
            feed.Want(jump * 450, Screen);
            await tabs.UntilAsync(() => FeedTabs.Shows(feed, jump * 450, Screen) || feed.Status.HeldUntil is not null);
        }

        var (held, minute) = (feed.Status, new DateTimeOffset(2026, 11, 23, 10, 1, 0, TimeSpan.Zero));
        Assert.Equal((0, 40, minute, true), (held.Allowance!.Left, held.Allowance.Limit, held.Allowance.ResetsAt, held.Allowance.IsKept));
        Assert.InRange(held.HeldUntil!.Value, minute, minute.AddSeconds(1));
        Assert.Equal((null, null), (held.Failure, held.WaitUntil));
        feed.Want(19_000, Screen);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 19_000, Screen));

        Assert.True(tabs.Time.GetUtcNow() >= minute);
        Assert.Null(feed.Status.HeldUntil);
        Assert.DoesNotContain(tabs.Api.Requests, served => served.Status == 429);
    }

    [Fact]
    public async Task Refusal_AsOthersUsedTheKey_IsWaitedOutToTheMinute()
    {
        using var tabs = new FeedTabs(Limited);
        await tabs.RunAsync(TimeSpan.FromSeconds(12));
        for (var other = 0; other < RequestLimit.Telnyx.Requests; other++)
            tabs.Api.Handle(new SandboxRequest("GET", SandboxRequest.CallEventsPath, "?page[size]=1", "Bearer KEY_OTHER"));
        using var feed = tabs.Open();
        feed.Want(0, Screen);
        await tabs.UntilAsync(() => feed.Status.WaitUntil is not null);

        var minute = new DateTimeOffset(2026, 11, 23, 10, 1, 0, TimeSpan.Zero);
        Assert.InRange(feed.Status.WaitUntil!.Value, minute, minute.AddSeconds(1));
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, Screen));
        Assert.Single(tabs.Api.Requests, served => served.Status == 429);
        Assert.DoesNotContain(tabs.Handler.Sent.Skip(1), sent => sent.At < minute);
    }

    [Fact]
    public async Task Counts_BesideAList_LeaveTheKeptPartToPeople()
    {
        using var tabs = new FeedTabs(Limited);
        using var feed = tabs.Open();
        feed.Want(0, Screen);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 0, Screen));
        using var menu = new CancellationTokenSource();
        var names = Telnyx.EventCatalogue.All.Select(entry => entry.Name).Distinct(StringComparer.Ordinal).ToList();
        var counting = Task.Run(async () =>
        {
            await foreach (var _ in feed.CountAsync(FilterCatalogue.EventName, new CountOrder(names), menu.Token))
            {
            }
        }, TestContext.Current.CancellationToken);
        await tabs.UntilAsync(() => feed.Status.Allowance is { IsKept: true });
        var wasHeld = false;
        feed.Changed += () => wasHeld |= feed.Status.HeldUntil is not null;
        feed.Want(15_000, Screen);
        await tabs.UntilAsync(() => FeedTabs.Shows(feed, 15_000, Screen));
        Assert.False(wasHeld);
        Assert.All(feed.RequestLog.Where(entry => entry.Purpose == "count").CountBy(entry => entry.StartedAt.Minute), minute => Assert.InRange(minute.Value, 1, 30));
        await menu.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting);
    }
}
