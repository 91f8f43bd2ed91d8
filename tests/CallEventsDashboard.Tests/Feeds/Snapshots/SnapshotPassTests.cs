using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>
/// The promise of the list: no row lost, no row twice, no row that moves, while the account drifts under the reader. As much changes under the short lists as
/// under the long ones.
/// </summary>
public class SnapshotPassTests
{
    private const int LongSeeds = 2;
    private const int LongRows = 100_000;
    private const int ShortRows = 20_000;
    private const int Window = 250;
    private const int Drifting = 1000;

    public static TheoryData<Sandbox.ServiceOrder, EventOrder, int> Cells()
    {
        var cells = new TheoryData<Sandbox.ServiceOrder, EventOrder, int>();
        foreach (var service in Enum.GetValues<Sandbox.ServiceOrder>())
        {
            foreach (var view in Enum.GetValues<EventOrder>())
            {
                for (var seed = 1; seed <= 5; seed++)
                    cells.Add(service, view, seed);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Pass_WhileRowsArriveSlipInAndExpire_ShowsEachRowOnceInOrder(Sandbox.ServiceOrder service, EventOrder view, int seed)
    {
        var token = TestContext.Current.CancellationToken;
        var shape = (RecordShape)(seed % 3);
        using var account = new DriftingAccount(
            new SandboxOptions { Events = seed <= LongSeeds ? LongRows : ShortRows, Seed = seed, Order = service, Shape = shape, TiesShuffled = true }, CallEventQuery.Default with { Order = view });
        var opening = await account.OpenAsync(token);
        var listing = opening.Listing;
        var atOpening = account.Api.Events().Where(row => row.OccurredAt > account.Plan.Horizon && row.OccurredAt <= opening.AsOf).ToList();
        var expiredBefore = atOpening.Count - listing.RowCount;
        var late = new List<SandboxEvent>();
        var expired = 0;
        var (every, step) = seed <= LongSeeds ? (3, 10) : (1, 20);
        account.Drift = request =>
        {
            if (request % every != 0 || late.Count >= Drifting)
                return;
            late.AddRange(account.Api.AddLateRows(step));
            account.Api.AddNewRows(step);
            account.Api.ExpireRows(step);
            expired += step;
        };
        var placed = new Dictionary<int, RowKey>();
        for (var start = 0; start < listing.RowCount; start += Window)
        {
            var window = new RowWindow(start, Math.Min(Window, listing.RowCount - start), Forward: true);
            await account.ReadWindowAsync(listing, window, token);
            for (var index = window.Start; index < window.End; index++)
            {
                if (listing.Row(index) is { } row)
                    Assert.True(placed.TryAdd(index, RowKey.Of(row)));
            }
        }

        Assert.Equal((Drifting, 0), (late.Count, listing.Missing));
        AssertOrdered(placed, view);
        AssertNothingLostOrDoubled(atOpening, late, placed, listing);
        TestContext.Current.TestOutputHelper?.WriteLine($"{account.Requests} requests, {listing.Late.Count} late, {listing.Expired} expired unread, {expired} expired, {expiredBefore} before");
    }

    private static void AssertOrdered(Dictionary<int, RowKey> placed, EventOrder view)
    {
        var times = placed.OrderBy(pair => pair.Key).Select(pair => view is EventOrder.Newest ? -pair.Value.Ticks : pair.Value.Ticks).ToList();
        Assert.Equal(times.Order(), times);
    }

    private static void AssertNothingLostOrDoubled(List<SandboxEvent> atOpening, List<SandboxEvent> late, Dictionary<int, RowKey> placed, Listing listing)
    {
        var counts = new Dictionary<RowKey, (int There, int Late, int Placed, int Tray)>();
        void Add(RowKey key, int there, int lateRows, int at, int tray)
        {
            var count = counts.GetValueOrDefault(key);
            counts[key] = (count.There + there, count.Late + lateRows, count.Placed + at, count.Tray + tray);
        }

        foreach (var row in atOpening)
            Add(RowKey.Of(row), 1, 0, 0, 0);
        foreach (var row in late)
            Add(RowKey.Of(row), 0, 1, 0, 0);
        foreach (var key in placed.Values)
            Add(key, 0, 0, 1, 0);
        foreach (var row in listing.Late)
            Add(RowKey.Of(row), 0, 0, 0, 1);
        var doubled = counts.Count(pair => pair.Value.Placed + pair.Value.Tray > pair.Value.There + pair.Value.Late);
        var lost = counts.Where(pair => pair.Value.Placed + pair.Value.Tray < pair.Value.There).Select(pair => pair.Key.Ticks).Order().ToList();
        var beyondReach = atOpening.Select(row => row.OccurredAt.UtcTicks).Order().ElementAt(Drifting + 400);
        var missed = lost.Count(ticks => ticks > beyondReach);
        Assert.True((doubled, missed) == (0, 0), $"{doubled} rows are listed twice, {missed} rows are lost that could be read; {lost.Count - missed} lost of those that expired, {listing.Expired} said to have expired, {listing.Late.Count} held back of {late.Count} late.");
        var lateListed = counts.Sum(pair => Math.Max(0, pair.Value.Placed - pair.Value.There));
        Assert.True(lost.Count <= listing.Expired + lateListed, $"{lost.Count} rows are not listed, {listing.Expired} are said to have expired, and {lateListed} late rows have a place.");
        Assert.True(listing.Late.Count <= late.Count, $"{listing.Late.Count} rows are held back, and {late.Count} came late.");
    }
}
