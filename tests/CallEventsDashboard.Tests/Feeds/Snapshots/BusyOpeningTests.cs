using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Lists that are opened and read while events arrive, each of which can be seen a while after it happened.</summary>
public class BusyOpeningTests
{
    private const int Rows = 900;
    private const int Screen = 60;
    private const int Openings = 3;

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder, double, int> Cells() =>
        new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>(), [1.2, 5, 50], [10, 20]);

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task List_OpenedWhileEventsArriveWithALag_LosesAndMovesNothing_AndSaysThatNothingExpired(Sandbox.ServiceOrder service, EventOrder view, double rate, int lag)
    {
        var token = TestContext.Current.CancellationToken;
        for (var seed = 1; seed <= Openings; seed++)
        {
            var options = new SandboxOptions
            {
                Events = Rows,
                Span = TimeSpan.FromHours(10),
                Seed = seed,
                Order = service,
                TiesShuffled = true,
                LiveRate = rate,
                Lag = TimeSpan.FromSeconds(lag),
            };
            using var account = new DriftingAccount(options, CallEventQuery.Default with { Order = view });
            // So long that what happens at this rate reaches back beyond the settling time.
            account.Time.Advance(TimeSpan.FromSeconds(100));
            var there = Until(account, account.Time.GetUtcNow());
            var opening = await account.OpenAsync(token);
            var listing = opening.Listing;
            Assert.True(listing.Scan is null, $"Seed {seed}: the list is read as a scan.");
            var watch = new IndexWatch(listing);
            var random = new Random(seed);
            for (var jump = 0; jump < 6; jump++)
            {
                await account.ReadWindowAsync(listing, new RowWindow(random.Next(listing.RowCount - Screen), Screen, Forward: random.Next(2) == 0), token);
                watch.Look();
            }

            for (var start = 0; start < listing.RowCount; start += 250)
            {
                await account.ReadWindowAsync(listing, new RowWindow(start, Math.Min(250, listing.RowCount - start), Forward: true), token);
                watch.Look();
            }

            var late = Until(account, opening.AsOf).Except(there);
            watch.AssertWhole(there, late, view, DateTimeOffset.MinValue);
            Assert.Equal((seed, 0, 0, false), (seed, listing.Expired, listing.Missing, listing.HasLostTrust));
        }
    }

    private static List<SandboxEvent> Until(DriftingAccount account, DateTimeOffset asOf) => [.. account.Api.Events().Where(row => row.OccurredAt <= asOf && row.OccurredAt > account.Plan.Horizon)];
}
