using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>The row of a link's fingerprint, wherever it stands in a list that was just opened.</summary>
public class EventFinderTests
{
    private const int Rows = 4000;

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder> Orders() => new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>());

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Find_AnyRow_TakesThreeRequestsAtMost(Sandbox.ServiceOrder service, EventOrder view)
    {
        var token = TestContext.Current.CancellationToken;
        for (var number = 1; number <= Rows / 250; number += 3)
        {
            using var account = new DriftingAccount(
                new SandboxOptions { Events = Rows, Order = service, Shape = RecordShape.Mixed, LiveRate = 0.5, TiesShuffled = true }, CallEventQuery.Default with { Order = view });
            var wanted = (await account.ReadAsync(new PageAsk(null, new PageRequest(number, 250)), token)).Events[number * 13 % 250].Fingerprint;
            var listing = (await account.OpenAsync(token)).Listing;
            account.Time.Advance(TimeSpan.FromSeconds(40));
            var before = account.Requests;
            var index = await new EventFinder(account.Query, () => listing, listing.Place, account.ReadAsync).FindAsync(wanted, token);

            Assert.InRange(account.Requests - before, 0, 3);
            Assert.NotNull(index);
            Assert.Equal(wanted, listing.Row(index.Value)?.Fingerprint);
        }
    }

    [Theory]
    [InlineData("nothing", 0)]
    [InlineData("0-00000000000000aa", 0)]
    [InlineData("1795410000000000-00000000000000aa", 3)]
    public async Task Find_WhatIsNotThere_GivesUp(string fingerprint, int mostRequests)
    {
        var token = TestContext.Current.CancellationToken;
        using var account = new DriftingAccount(new SandboxOptions { Events = Rows });
        var listing = (await account.OpenAsync(token)).Listing;
        var before = account.Requests;

        Assert.Null(await new EventFinder(account.Query, () => listing, listing.Place, account.ReadAsync).FindAsync(fingerprint, token));
        Assert.InRange(account.Requests - before, 0, mostRequests);
    }
}
