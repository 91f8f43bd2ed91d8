using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Feeds;

/// <summary>What reading everything costs: one request for each 250 rows, and hardly any more.</summary>
public class PassCostTests
{
    private const int Window = 60;

    // The simulated account ends in a minute of dense traffic, which would be read twice: once to open the list, once in its turn.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(90);

    // A tie that a page cut and that came back swapped costs one request more, where pages are counted from the far end.
    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest, true, 88)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest, false, 84)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest, true, 84)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest, false, 84)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest, true, 84)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Newest, false, 84)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest, true, 84)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest, false, 84)]
    public async Task Pass_OverTwentyThousandRows_CostsHardlyMoreThanItsPages(Sandbox.ServiceOrder service, EventOrder view, bool tiesShuffled, int allowed)
    {
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(
            new SandboxOptions { Events = 20_040, Order = service, TiesShuffled = tiesShuffled }, CallEventQuery.Default with { Order = view });
        account.Time.Advance(Settled);
        var listing = (await account.OpenAsync(token)).Listing;
        for (var start = 0; start < listing.RowCount; start += Window)
            await account.ReadWindowAsync(listing, new RowWindow(start, Math.Min(Window, listing.RowCount - start), Forward: true), token);

        TestContext.Current.TestOutputHelper?.WriteLine($"{account.Requests} requests for {listing.RowCount} rows; {string.Join(", ", account.Sides.Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.InRange(account.Requests, 76, allowed);
    }
}
