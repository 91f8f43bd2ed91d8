using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>What arrived since a list was opened is counted exactly, by one small request.</summary>
public class NewerEventsCountTests
{
    public static TheoryData<Sandbox.ServiceOrder, EventOrder, int> Cells()
    {
        var cells = new TheoryData<Sandbox.ServiceOrder, EventOrder, int>();
        foreach (var service in Enum.GetValues<Sandbox.ServiceOrder>())
        {
            foreach (var view in Enum.GetValues<EventOrder>())
            {
                for (var seed = 1; seed <= 2; seed++)
                    cells.Add(service, view, seed);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Count_AfterNewLateAndExpiredRows_CountsNewAndLateExactly(Sandbox.ServiceOrder service, EventOrder view, int seed)
    {
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(
            new SandboxOptions { Events = 20_000, Seed = seed, Order = service, TiesShuffled = true }, CallEventQuery.Default with { Order = view });
        var listing = (await account.OpenAsync(token)).Listing;
        var beyondAnHour = view is EventOrder.Newest ? 8000 : listing.RowCount - 8000;
        await account.ReadWindowAsync(listing, new RowWindow(beyondAnHour, 60, Forward: true), token);
        Assert.Equal(0, await CountAsync(account, listing));

        account.Api.AddNewRows(7 * seed);
        account.Api.AddLateRows(3 * seed);
        // What is counted from is more than two minutes from the horizon.
        var expiring = account.Api.Events().Count(row => row.OccurredAt > account.Plan.Horizon && row.OccurredAt < account.Plan.Horizon.AddMinutes(1.5));
        Assert.NotEqual(0, expiring);
        account.Api.ExpireRows(expiring);
        Assert.Equal(10 * seed, await CountAsync(account, listing));
        Assert.Equal(7 * seed, await CountAsync(account, listing, listing.CountNewest()));

        var first = view is EventOrder.Newest ? 0 : listing.RowCount - 8000;
        for (var start = first; start < first + 8000; start += 250)
            await account.ReadWindowAsync(listing, new RowWindow(start, 250, Forward: true), token);
        Assert.Equal(10 * seed, await CountAsync(account, listing) + listing.Late.Count);
    }

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Count_OverARange_CountsNothingThatCameInBelowIt(Sandbox.ServiceOrder service)
    {
        var token = TestContext.Current.CancellationToken;
        var from = new DateTimeOffset(2026, 11, 23, 9, 45, 0, TimeSpan.Zero);
        using var account = new DriftingAccount(
            new SandboxOptions { Events = 100_000, Order = service }, CallEventQuery.Default with { Range = new TimeRange { Lower = new(TimeComparison.AtOrAfter, from) } });
        var listing = (await account.OpenAsync(token)).Listing;
        for (var start = 0; start < listing.RowCount; start += 250)
            await account.ReadWindowAsync(listing, new RowWindow(start, Math.Min(250, listing.RowCount - start), Forward: true), token);

        var late = account.Api.AddLateRows(600);
        Assert.InRange(late.Count(row => row.OccurredAt < from), 1, 599);

        // What slips in between the bound and the first row behind it has no row to be counted from.
        var oldest = listing.Row(listing.RowCount - 1)!.OccurredAt;
        Assert.Equal(late.Count(row => row.OccurredAt >= oldest), await CountAsync(account, listing));
    }

    [Fact]
    public async Task Count_OverAnEmptyList_CountsWhatCameAfterIt()
    {
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(new SandboxOptions { Events = 0 });
        var listing = (await account.OpenAsync(token)).Listing;
        account.Time.Advance(TimeSpan.FromSeconds(5));
        account.Api.AddNewRows(4);

        Assert.Equal(4, await CountAsync(account, listing));
    }

    private static async Task<int?> CountAsync(DriftingAccount account, Listing listing, PageFetch? fetch = null)
    {
        fetch ??= listing.CountArrivals()!;
        return listing.CountUnplaced(fetch, await account.ReadAsync(fetch, TestContext.Current.CancellationToken));
    }
}
