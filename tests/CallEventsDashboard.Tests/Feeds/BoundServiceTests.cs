using System.Collections.Frozen;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Services whose bounds are not what they say, and rows that no bound parts: no row that was received is called absent, and none leaves its place.</summary>
public class BoundServiceTests
{
    private const int Rows = 450;

    // From a thousand rows on, a list checks whether the service counts them all.
    private const int ManyRows = 1050;
    private const int Screen = 60;
    private const int MostRequests = 100;

    private static readonly SandboxOptions Account = new() { Events = Rows, Span = TimeSpan.FromHours(12), Seed = 5 };

    private static readonly Dictionary<string, SandboxOptions> Services = new(StringComparer.Ordinal)
    {
        ["none"] = Account,
        ["finer times"] = Account with { Bounds = new ServiceBounds { AreFiner = true } },
        ["exclusive"] = Account with { Bounds = new ServiceBounds { AreExclusive = true } },
        ["ignored"] = Account with { IgnoredFilters = new[] { FilterNames.OccurredAt }.ToFrozenSet() },
        ["refused"] = Account with { Bounds = new ServiceBounds { AreRefused = true } },
        ["ahead"] = Account with { Ahead = TimeSpan.FromMinutes(3) },
        ["totals fall"] = Account with { Cuts = new ServiceCuts { TotalFalls = 7 } },
        ["120 tied"] = Account with { TiedRows = 120 },
        ["300 tied"] = Account with { TiedRows = 300 },
        ["20 tied, shuffled"] = Account with { TiedRows = 20, TiesShuffled = true },
        ["250 tied, shuffled"] = Account with { TiedRows = 250, TiesShuffled = true },
        ["300 tied, shuffled"] = Account with { TiedRows = 300, TiesShuffled = true },
    };

    private static readonly string[] OfBounds = ["none", "finer times", "exclusive", "ignored", "refused"];

    public static MatrixTheoryData<string, Sandbox.ServiceOrder, EventOrder, bool> Cells() => Matrix(Services.Keys);

    public static MatrixTheoryData<string, Sandbox.ServiceOrder, EventOrder, bool> RangedCells() => Matrix(OfBounds);

    [Theory]
    [MemberData(nameof(Cells))]
    public Task List_OverSuchAService_HasEachRowAtItsPlace(string kind, Sandbox.ServiceOrder service, EventOrder view, bool jumps) =>
        AssertWholeAsync(kind, service, view, jumps, isRanged: false);

    [Theory]
    [MemberData(nameof(RangedCells))]
    public Task Range_OverSuchAService_HasEachRowAtItsPlace(string kind, Sandbox.ServiceOrder service, EventOrder view, bool jumps) =>
        AssertWholeAsync(kind, service, view, jumps, isRanged: true);

    private static MatrixTheoryData<string, Sandbox.ServiceOrder, EventOrder, bool> Matrix(IEnumerable<string> kinds) =>
        new(kinds, Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [true, false]);

    private static async Task AssertWholeAsync(string kind, Sandbox.ServiceOrder service, EventOrder view, bool jumps, bool isRanged)
    {
        using var fixture = new FeedFixture(Services[kind] with { Order = service, Events = jumps && OfBounds.Contains(kind) ? ManyRows : Rows });
        var all = fixture.Reachable();
        var query = CallEventQuery.Default with { Order = view };
        // Bounds that rows stand at.
        if (isRanged)
            query = query with { Range = new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, all[50].OccurredAt), Upper = new TimeBound(TimeComparison.AtOrBefore, all[^50].OccurredAt) } };
        var there = isRanged ? all.Where(row => row.OccurredAt >= all[50].OccurredAt && row.OccurredAt <= all[^50].OccurredAt).ToList() : all;
        var feed = fixture.Open(query);
        feed.IsWatching = true;
        var seen = new Dictionary<int, RowKey>();
        if (jumps)
            await JumpAsync(fixture, feed, seen);
        var rows = await fixture.ReadAllAsync(feed);

        var (listed, status) = (rows.Concat(feed.LateRows).CountBy(RowKey.Of).ToDictionary(), feed.Status);
        var account = there.CountBy(RowKey.Of).ToDictionary();
        var times = rows.Select(row => row.OccurredAt!.Value.UtcTicks * (view is EventOrder.Newest ? -1 : 1)).ToList();
        var lost = account.Sum(row => Math.Max(0, row.Value - listed.GetValueOrDefault(row.Key)));
        var doubled = listed.Sum(row => Math.Max(0, row.Value - account.GetValueOrDefault(row.Key)));
        var moved = seen.Count(pair => pair.Key >= rows.Count || RowKey.Of(rows[pair.Key]) != pair.Value);
        // Polls come with time, and time passes for as long as an answer is being computed.
        var requests = fixture.Api.RequestCount - feed.RequestLog.Count(entry => entry.Purpose == "newer");
        var said = $"{lost} lost, {doubled} doubled, {moved} moved, {status.Late} late, {status.Missing} missing, {status.Expired} expired, {status.Coverage} {status.Total}, scan {status.Scan}, {requests} requests ({string.Join(", ", feed.RequestLog.CountBy(entry => entry.Purpose).Select(pair => $"{pair.Value} {pair.Key}"))})";
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True((lost, doubled, status.Missing, status.Expired, status.Late, status.Coverage) == (0, 0, 0, 0, 0, Coverage.Complete), said);
        Assert.Equal(times.Order(), times);
        Assert.Equal((kind == "exclusive", kind == "refused"), (status.AreBoundsExclusive, status.AreBoundsRefused));
        Assert.True(status.Scan is not null || moved == 0, said);
        // Totals that are not those of their answers may be noticed, or make no difference.
        Assert.True(kind is "totals fall" || status.Scan is null == kind is not ("ignored" or "refused"), said);
        Assert.True(requests < MostRequests, said);

        var polls = feed.RequestLog.Count(IsPoll);
        await fixture.UntilAsync(() => feed.Status.Scan is not null || isRanged || feed.RequestLog.Count(IsPoll) > polls);
        Assert.Equal(0, feed.Status.Newer);
    }

    private static bool IsPoll(Requests.RequestEntry entry) => entry is { Purpose: "newer", Duration: not null };

    private static async Task JumpAsync(FeedFixture fixture, CallEventFeed feed, Dictionary<int, RowKey> seen)
    {
        await fixture.UntilAsync(feed, status => status.RowCount > 0 || status.Failure is not null || status.Scan is not null);
        for (var jump = 0; jump < 6 && feed.Status is { Scan: null, Failure: null }; jump++)
        {
            var start = (jump * 7919 % 11) * feed.Status.RowCount / 11;
            feed.Want(start, Screen);
            await fixture.UntilAsync(feed, status => status is not { Scan: null, Failure: null }
                || Enumerable.Range(start, Math.Min(Screen, status.RowCount - start)).All(index => feed.Row(index) is not null || feed.IsMissing(index) || feed.IsExpired(index)));
            for (var index = start; feed.Status.Scan is null && index < Math.Min(start + Screen, feed.Status.RowCount); index++)
            {
                if (feed.Row(index) is { } row)
                    seen.TryAdd(index, RowKey.Of(row));
            }
        }
    }
}
