using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds;

/// <summary>What arrived since a list was opened is counted exactly, by one small request.</summary>
public class LookOutTests
{
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
    public async Task LookOut_AfterNewLateAndExpiredRows_CountsNewAndLateExactly(Sandbox.ServiceOrder service, EventOrder view, int seed)
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
        account.Api.ExpireRows(50);
        Assert.Equal(10 * seed, await CountAsync(account, listing));

        var first = view is EventOrder.Newest ? 0 : listing.RowCount - 8000;
        for (var start = first; start < first + 8000; start += 250)
            await account.ReadWindowAsync(listing, new RowWindow(start, 250, Forward: true), token);
        Assert.Equal(10 * seed, await CountAsync(account, listing) + listing.Late.Count);
    }

    [Fact]
    public async Task LookOut_OverAnEmptyList_CountsWhatCameAfterIt()
    {
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(new SandboxOptions { Events = 0 });
        var listing = (await account.OpenAsync(token)).Listing;
        account.Time.Advance(TimeSpan.FromSeconds(5));
        account.Api.AddNewRows(4);

        Assert.Equal(4, await CountAsync(account, listing));
    }

    private static async Task<int?> CountAsync(DriftingAccount account, Listing listing)
    {
        var ask = listing.LookOut()!;
        return listing.CountNewer(ask, await account.ReadAsync(ask, TestContext.Current.CancellationToken));
    }
}
