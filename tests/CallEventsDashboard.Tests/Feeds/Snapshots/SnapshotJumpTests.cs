using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Jumps all over a list that drifts, then every gap between them filled.</summary>
public class SnapshotJumpTests
{
    private const int Rows = 15_000;
    private const int Jumps = 60;
    private const int Screen = 60;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, int> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [1, 2, 3]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Jumps_WhileTheAccountDrifts_TakeTwoRequestsAtMostAndMoveNothing(Sandbox.ServiceOrder service, EventOrder view, int seed)
    {
        var token = TestContext.Current.CancellationToken;
        var random = new Random(seed);
        using var account = new DriftingAccount(
            new SandboxOptions { Events = Rows, Seed = seed, Order = service, Shape = (RecordShape)(seed % 3), TiesShuffled = true, LiveRate = Rows / 86_400.0 },
            CallEventQuery.Default with { Order = view });
        var opening = await account.OpenAsync(token);
        var there = account.Api.Events().Where(row => row.OccurredAt > account.Plan.Horizon && row.OccurredAt <= opening.AsOf).ToList();
        var late = new List<SandboxEvent>();
        var listing = opening.Listing;
        var watch = new IndexWatch(listing);
        var total = listing.RowCount;
        for (var jump = 0; jump < Jumps; jump++)
        {
            account.Time.Advance(Pause);
            if (jump % 10 == 5)
                late.AddRange(account.Api.AddLateRows(1));
            var before = account.Requests;
            await account.ShowWindowAsync(listing, new RowWindow(random.Next(total - Screen), Screen, Forward: random.Next(2) == 0), token);
            Assert.InRange(account.Requests - before, 0, 2);
            watch.Look();
        }

        for (var start = 0; start < total; start += 250)
            await account.ShowWindowAsync(listing, new RowWindow(start, Math.Min(250, total - start), Forward: true), token);
        watch.Look();

        Assert.Equal(total, listing.RowCount);
        Assert.Equal(total, watch.Seen.Count + listing.Expired);
        watch.AssertWhole(there, late, view, account.Time.GetUtcNow() - CallEventFilter.Horizon);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Jumps_ToMoreRowsThanAreHeld_KeepThoseThatTheServiceLosesFirst(Sandbox.ServiceOrder service)
    {
        const int rows = 60_000;
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(
            new SandboxOptions { Events = rows, Seed = 1, Order = service, LiveRate = rows / 86_400.0 }, CallEventQuery.Default);
        var listing = (await account.OpenAsync(token)).Listing;
        var total = listing.RowCount;
        await account.ShowWindowAsync(listing, new RowWindow(total - Screen, Screen, Forward: true), token);
        // One may leave between the opening and the first look at the end.
        var expired = listing.Expired;
        for (var start = 0; start < total - 1000; start += 500)
            await account.ShowWindowAsync(listing, new RowWindow(start, Screen, Forward: true), token);

        account.Time.Advance(TimeSpan.FromMinutes(1));
        await account.ShowWindowAsync(listing, new RowWindow(250, Screen, Forward: true), token);

        Assert.InRange(listing.Blocks, 1, 80);
        Assert.InRange(expired, 0, 1);
        Assert.Equal(expired, listing.Expired);
        Assert.NotNull(listing.Row(total - 1 - expired));
    }
}
