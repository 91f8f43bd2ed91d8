using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
namespace CallEventsDashboard.Feeds;
public class DebugTests
{
    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Newest)]
    [InlineData(Sandbox.ServiceOrder.Ascending, EventOrder.Oldest)]
    [InlineData(Sandbox.ServiceOrder.Descending, EventOrder.Oldest)]
    public async Task Debug(Sandbox.ServiceOrder service, EventOrder view)
    {
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(new SandboxOptions { Events = 100000, Shape=(RecordShape)1, Seed = 1, Order = service, TiesShuffled = true }, CallEventQuery.Default with { Order = view });
        var o = TestContext.Current.TestOutputHelper!;
        var opening = await account.OpenAsync(token);
        var listing = opening.Listing;
        var n = 0;
        account.Drift = request => { if (n >= 1000 || request % 3 != 0) return; n += 10; account.Api.AddLateRows(10); account.Api.AddNewRows(10); account.Api.ExpireRows(10); };
        o.WriteLine($"{service} {view} rows {listing.RowCount}");
        for (var start = 0; start < listing.RowCount; start += 250)
        {
            var window = new RowWindow(start, Math.Min(250, listing.RowCount - start), true);
            for (var round = 0; round < 20; round++)
            {
                var missing = Enumerable.Range(window.Start, window.Count).Where(i => listing.Row(i) is null && !listing.IsExpired(i)).ToList();
                if (missing.Count == 0 || listing.Next(window, []) is not { } ask) break;
                var page = await account.ReadAsync(ask, token);
                listing.Place(ask, page);
                if (round > 1 || start > listing.RowCount - 1500)
                    o.WriteLine($"w{start} r{round} missing {missing.Count} [{missing[0]}..{missing[^1]}] {ask} -> {page.Events.Count} of {page.TotalResults}; late {listing.Late.Count} exp {listing.Expired} trust {listing.HasLostTrust}");
            }
        }
        var snap = (SnapshotListing)listing; o.WriteLine(string.Join(" ", snap.DebugRuns)); o.WriteLine($"given up {Enumerable.Range(0, listing.RowCount).Count(i => listing.IsExpired(i))} expired {listing.Expired} late {listing.Late.Count} requests {account.Requests}");
    }
}
