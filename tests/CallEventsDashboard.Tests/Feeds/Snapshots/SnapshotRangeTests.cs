using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Ranges with two ends over a service that takes one bound a request.</summary>
public class SnapshotRangeTests
{
    private const int Rows = 2000;
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Range_FiftyOfThem_HaveExactlyTheRowsBetweenTheirBounds(Sandbox.ServiceOrder service)
    {
        var random = new Random(17);
        for (var i = 0; i < 50; i++)
        {
            var (from, to) = (random.Next(0, 84_000), random.Next(0, 84_000));
            var range = new TimeRange
            {
                Lower = new TimeBound(i % 4 < 2 ? TimeComparison.AtOrAfter : TimeComparison.After, Now.AddSeconds(-Math.Max(from, to))),
                Upper = new TimeBound(i % 3 == 0 ? TimeComparison.AtOrBefore : TimeComparison.Before, Now.AddSeconds(-Math.Min(from, to))),
            };
            await AssertExactAsync(Options(service), new CallEventQuery { Range = range, Order = (EventOrder)(i % 2) });
        }
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public async Task Range_BoundsAtTheVeryTimesOfRows_CountEachComparisonRight(Sandbox.ServiceOrder service, EventOrder view)
    {
        var rows = Account(Options(service)).Events();
        var (older, newer) = (rows[^900].OccurredAt, rows[^300].OccurredAt);
        foreach (var lower in new[] { TimeComparison.After, TimeComparison.AtOrAfter })
        {
            foreach (var upper in new[] { TimeComparison.Before, TimeComparison.AtOrBefore })
            {
                var range = new TimeRange { Lower = new TimeBound(lower, older), Upper = new TimeBound(upper, newer) };
                await AssertExactAsync(Options(service), new CallEventQuery { Range = range, Order = view });
            }
        }
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Range_OneInstant_HasTheRowsOfIt(Sandbox.ServiceOrder service)
    {
        var at = Account(Options(service)).Events().GroupBy(row => row.OccurredAt).Where(group => group.Key > Now.AddHours(-23)).MaxBy(group => group.Count())!;

        var listing = await AssertExactAsync(Options(service), new CallEventQuery { Range = new TimeRange { Exactly = at.Key } });
        Assert.Equal(at.Count(), listing.RowCount);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public Task Range_Last_HasTheRowsSinceThen(Sandbox.ServiceOrder service, EventOrder view) =>
        AssertExactAsync(Options(service), new CallEventQuery { Range = new TimeRange { Last = TimeSpan.FromHours(6) }, Order = view });

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public async Task Range_PartlyBeyondTheHorizon_HasWhatIsReachable(Sandbox.ServiceOrder service, EventOrder view)
    {
        var range = new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, Now.AddHours(-30)), Upper = new TimeBound(TimeComparison.Before, Now.AddHours(-20)) };

        await AssertExactAsync(Options(service), new CallEventQuery { Range = range, Order = view });
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public async Task LegAndSession_OlderThanADay_HaveAllTheirRows(Sandbox.ServiceOrder service, EventOrder view)
    {
        var old = Account(Options(service)).Events().Where(row => row.OccurredAt < Now.AddHours(-25) && row.LegId is not null).ToList();
        foreach (var row in new[] { old[0], old[old.Count / 2], old[^1] })
        {
            var byLeg = await AssertExactAsync(Options(service), new CallEventQuery { LegId = row.LegId.ToString(), Order = view }, it => it.LegId == row.LegId);
            var bySession = await AssertExactAsync(Options(service), new CallEventQuery { ApplicationSessionId = row.SessionId.ToString(), Order = view }, it => it.SessionId == row.SessionId);
            Assert.True(byLeg.RowCount > 0 && bySession.RowCount >= byLeg.RowCount);
        }
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest, 1)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest, 2)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest, 3)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest, 4)]
    public async Task Range_WhileRowsExpireAndComeLate_KeepsEveryIndexOnceItHasShownARow(Sandbox.ServiceOrder service, EventOrder view, int seed)
    {
        var token = TestContext.Current.CancellationToken;
        var range = new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, Now.AddHours(-20)), Upper = new TimeBound(TimeComparison.Before, Now.AddMinutes(-30)) };
        using var account = new DriftingAccount(Options(service) with { Seed = seed, TiesShuffled = true }, new CallEventQuery { Range = range, Order = view });
        var late = new List<SandboxEvent>();
        var isOpen = false;
        account.Drift = _ =>
        {
            account.Api.ExpireRows(3);
            if (isOpen)
                late.AddRange(account.Api.AddLateRows(1));
        };
        var opening = await account.OpenAsync(token);
        isOpen = true;
        var there = account.Api.Events().Where(row => account.Plan.Wanted.Includes(row.OccurredAt)).ToList();
        var listing = opening.Listing;
        var watch = new IndexWatch(listing);
        var random = new Random(seed);
        for (var jump = 0; jump < 12; jump++)
        {
            await account.ReadWindowAsync(listing, new RowWindow(random.Next(listing.RowCount - 60), 60, Forward: true), token);
            watch.Look();
        }

        for (var start = 0; start < listing.RowCount; start += 200)
            await account.ReadWindowAsync(listing, new RowWindow(start, Math.Min(200, listing.RowCount - start), Forward: true), token);
        watch.Look();
        Assert.Equal(there.Count, listing.RowCount);
        watch.AssertWhole(there, late, view, account.Plan.Horizon);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public async Task Range_WhoseOldestRowsAreOfOneTime_IsExactHoweverTheyComeAndExpireBetweenTheAnswers(int expired, bool isSwapped)
    {
        var rows = new[] { FeedRows.Row(0, 1), FeedRows.Row(0, 2) }.Concat(Enumerable.Range(1, 598).Select(second => FeedRows.Row(second))).ToList();
        var time = new SimulatedTime(FeedRows.Noon.AddSeconds(700));
        var query = new CallEventQuery { Range = new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, FeedRows.Noon.AddSeconds(299)) } };
        var answers = 0;
        Task<CallEventPage> ReadAsync(PageFetch fetch, CancellationToken cancellationToken)
        {
            if (answers++ == 1)
            {
                if (isSwapped)
                    rows.Reverse(0, 2);
                rows.RemoveRange(0, expired);
            }

            var answered = rows.Where(row => fetch.Bound!.Value.Includes(row.OccurredAt!.Value)).ToList();
            return Task.FromResult(FeedRows.Page([.. answered.Skip((fetch.Page.Number - 1) * fetch.Page.Size).Take(fetch.Page.Size)], answered.Count));
        }

        var token = TestContext.Current.CancellationToken;
        var listing = (await new FeedOpener(query, FilterPlan.For(query, time.GetUtcNow()), 40, new PageLimit(), new BoundWriting(), ReadAsync, new ServiceClock(time)).OpenAsync(token)).Listing;
        while (listing.IsOpening && listing.Next(default, []) is { } fetch)
            listing.Place(fetch, await ReadAsync(fetch, token));

        Assert.Equal(300, listing.RowCount);
    }

    private static SandboxOptions Options(Sandbox.ServiceOrder service) => new() { Events = Rows, Order = service, Shape = RecordShape.Mixed };

    private static SandboxApi Account(SandboxOptions options) => new(options, new SimulatedTime(Now));

    private static async Task<Listing> AssertExactAsync(SandboxOptions options, CallEventQuery query, Func<SandboxEvent, bool>? matches = null)
    {
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(options, query);
        Assert.Equal(Now, account.Time.GetUtcNow());
        var opening = await account.OpenAsync(token);
        var isInReach = matches ?? (row => row.OccurredAt >= account.Plan.Horizon.AddSeconds(2));
        var expected = account.Api.Events().Where(row => isInReach(row) && account.Plan.Wanted.Includes(row.OccurredAt) && row.OccurredAt <= opening.AsOf).ToList();
        if (matches is not null || account.Plan.RangeCoverage is RangeCoverage.Whole)
            Assert.Equal(expected.Count, opening.Listing.RowCount);
        for (var start = 0; start < opening.Listing.RowCount; start += 250)
            await account.ReadWindowAsync(opening.Listing, new RowWindow(start, Math.Min(250, opening.Listing.RowCount - start), Forward: true), token);
        var watch = new IndexWatch(opening.Listing);
        watch.Look();
        var there = account.Api.Events().Where(row => (matches is null || matches(row)) && account.Plan.Wanted.Includes(row.OccurredAt));
        watch.AssertWhole(there, [], query.Order, matches is null ? account.Plan.Horizon.AddSeconds(10) : default);
        Assert.All(watch.Seen.Values, row => Assert.True(account.Plan.Wanted.Includes(row.OccurredAt!.Value)));
        return opening.Listing;
    }
}
