using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>
/// The sessions of a list that is followed for half an hour while events arrive, come in late and expire: every event is in its session once, the sessions are
/// in order, and none moves or changes while the list is paused.
/// </summary>
public sealed class LiveSessionsTests
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(20);
    private static readonly SandboxOptions Account = new() { Events = 3000, Lag = Lag, TiesShuffled = true, RateLimit = new RequestLimit(40, TimeSpan.FromMinutes(1)) };

    public static MatrixTheoryData<Sandbox.ServiceOrder, double, string?> Cells() => new(Enum.GetValues<Sandbox.ServiceOrder>(), [0.05, 1.2, 5], [null, "webhook"]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Sessions_FollowedWhileTheAccountDrifts_HaveEveryEventOnce_InOrder_AndStandStillWhilePaused(Sandbox.ServiceOrder order, double rate, string? type)
    {
        using var tabs = new FeedTabs(Account with { Order = order, LiveRate = rate, Seed = 3 });
        tabs.Time.Advance(TimeSpan.FromMinutes(3));
        var scan = await FollowAsync(tabs, CallEventQuery.Default with { Type = type });
        var (feed, random, isPaused, late) = (scan.Feed, new Random(5), false, new HashSet<string>());
        // At a high rate as long as the rows are kept in one piece, and without what makes a list be opened again.
        var (began, before) = (tabs.Time.GetUtcNow(), tabs.Api.RequestCount);
        for (var until = began + TimeSpan.FromMinutes(rate > 2 ? 12 : 30); tabs.Time.GetUtcNow() < until;)
        {
            switch (random.Next(12))
            {
                case 0:
                    feed.Pause(isPaused = !isPaused);
                    break;
                case 1 when rate < 5:
                    feed.IsWatching = !feed.IsWatching;
                    break;
                case 2:
                    late.UnionWith(tabs.Api.AddLateRows(2).Select(row => row.SessionId?.ToString() ?? ""));
                    break;
                case 3 when rate < 5:
                    tabs.Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, Times = 1, RetryAfter = "7" };
                    break;
            }

            scan.Advance();
            var held = StateOf(scan);
            await RunAsync(tabs, scan, TimeSpan.FromSeconds(8));
            if (isPaused)
                Assert.Equal(held, StateOf(scan)[..held.Count]);
        }

        (feed.IsWatching, tabs.Api.Faults) = (true, SandboxFaults.None);
        feed.Pause(false);
        await RunAsync(tabs, scan, TimeSpan.FromSeconds(75));

        Assert.False(feed.Status.Live!.NeedsRenewal);
        Assert.InRange(tabs.Api.RequestCount - before, 30, 10 * (tabs.Time.GetUtcNow() - began).TotalMinutes);
        await AssertWholeAsync(tabs, scan, type, late);
    }

    [Fact]
    public async Task Session_ThatGoesOn_GetsItsNewEvents_AndIsWholeWithoutARequest()
    {
        using var tabs = new FeedTabs(Account with { LiveRate = 0.5 });
        var scan = await FollowAsync(tabs, CallEventQuery.Default);
        Assert.Empty(scan.TakeChanged());
        var began = scan.Sessions.ToDictionary(session => session.SessionId, session => session.Matches);
        await RunAsync(tabs, scan, TimeSpan.FromMinutes(2));

        var changed = scan.TakeChanged();
        var goesOn = scan.Sessions.Where(session => changed.Contains(session.SessionId) && session.Matches > began.GetValueOrDefault(session.SessionId, int.MaxValue)).ToList();
        Assert.NotEmpty(goesOn);
        Assert.Contains(scan.Sessions, session => !began.ContainsKey(session.SessionId));
        Assert.True(scan.Status.Live!.Inserted > 0);
        Assert.Contains(scan.Sessions, session => scan.ArrivalOf(session).IsNew);
        Assert.All(scan.Sessions.Take(5), session => Assert.Equal(
            (session.Matches, session.Latest > scan.Status.AsOf ? session.Latest : scan.Status.AsOf), (scan.Listed(session)?.Events.Select(row => row.Fingerprint).Distinct().Count(), scan.Listed(session)?.AsOf)));
    }

    [Fact]
    public async Task Paused_MarksTheGapWithTheSessionsThatBegan()
    {
        using var tabs = new FeedTabs(Account with { LiveRate = 1 });
        var scan = await FollowAsync(tabs, CallEventQuery.Default);
        await RunAsync(tabs, scan, TimeSpan.FromMinutes(1));
        scan.Feed.Pause(true);
        var top = scan.Sessions[0];
        await RunAsync(tabs, scan, TimeSpan.FromMinutes(2));
        Assert.Same(top, scan.Sessions[0]);
        Assert.True(scan.Status.Live!.Gap > 0);

        scan.Feed.Pause(false);
        scan.Advance();
        Assert.Equal((scan.Sessions.ToList().IndexOf(top), 0), (scan.ArrivalOf(top).Gap ?? 0, scan.Status.Live!.Gap));
        Assert.True(scan.ArrivalOf(top).Gap > 0);
    }

    private static async Task<SessionScan> FollowAsync(FeedTabs tabs, CallEventQuery query)
    {
        var feed = tabs.Feeds.OpenLive(tabs.Client, FeedTabs.Key("A"), query);
        feed.IsWatching = true;
        var scan = tabs.Feeds.Group(feed);
        await tabs.UntilAsync(() =>
        {
            scan.Advance();
            return feed.Status is { Live.State: LiveState.Following } && (scan.IsStopped || scan.IsDone) && feed.RequestLog.Any(entry => entry.Purpose == "live");
        });
        return scan;
    }

    private static async Task RunAsync(FeedTabs tabs, SessionScan scan, TimeSpan span)
    {
        var until = tabs.Time.GetUtcNow() + span;
        await tabs.UntilAsync(
            () =>
            {
                scan.Advance();
                Assert.Equal(scan.Sessions.Select(session => session.PlacedBy).OrderDescending(), scan.Sessions.Select(session => session.PlacedBy));
                return tabs.Time.GetUtcNow() >= until;
            },
            500);
    }

    private static List<(string, int)> StateOf(SessionScan scan) => [.. scan.Sessions.Select(session => (session.SessionId, session.Matches))];

    private static async Task AssertWholeAsync(FeedTabs tabs, SessionScan scan, string? type, HashSet<string> late)
    {
        var feed = scan.Feed;
        await tabs.UntilAsync(() =>
        {
            scan.Advance();
            if (scan.IsStopped)
                scan.Continue();
            return scan.IsDone;
        });

        var met = scan.Sessions.ToDictionary(session => session.SessionId, session => session.Matches, StringComparer.OrdinalIgnoreCase);
        Assert.Equal(scan.Sessions.Count, met.Count);
        var rows = Enumerable.Range(0, feed.Status.RowCount).Select(feed.Row).OfType<CallEvent>().ToList();
        Assert.Equal(rows.Where(row => row.SessionId is { Length: > 0 }).CountBy(row => row.SessionId!, StringComparer.OrdinalIgnoreCase).ToDictionary(), met);
        Assert.Equal(rows.Count(row => row.SessionId is not { Length: > 0 }), scan.Sessionless);

        // Those that were added very late may be past the reach of polls: they are counted and kept beside the list.
        var since = tabs.Time.GetUtcNow() - TimeSpan.FromMinutes(10);
        var there = tabs.Api.Events().Where(row => row.SessionId is not null && (type is null || row.Type.EndsWith(type, StringComparison.Ordinal))).GroupBy(row => row.SessionId.ToString()!);
        var certain = there.Where(session => !late.Contains(session.Key) && session.All(row => row.OccurredAt > since && row.OccurredAt <= tabs.Time.GetUtcNow() - Lag - TimeSpan.FromSeconds(60))).ToList();
        Assert.All(certain, session => Assert.Equal((session.Key, session.Count()), (session.Key, met.GetValueOrDefault(session.Key))));
    }
}
