using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>The row of a link's fingerprint, wherever it stands in a list that was just opened.</summary>
public class EventFinderTests
{
    private const int Rows = 4000;

    // The search itself takes three; the list may be reading its first rows meanwhile.
    private const int MostRequests = 5;

    public static MatrixTheoryData<Sandbox.ServiceOrder, EventOrder> Orders() => new(Enum.GetValues<Sandbox.ServiceOrder>(), Enum.GetValues<EventOrder>());

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Find_AnyRow_TakesFewRequests(Sandbox.ServiceOrder service, EventOrder view)
    {
        var token = TestContext.Current.CancellationToken;
        for (var number = 1; number <= Rows / 250; number += 3)
        {
            using var fixture = new FeedFixture(new SandboxOptions { Events = Rows, Order = service, Shape = RecordShape.Mixed, TiesShuffled = true });
            var page = await fixture.RunAsync(fixture.Client.ListAsync(FeedFixture.Key, CallEventFilter.None, new PageRequest(number, 250), null, token));
            var wanted = page.Events[number * 13 % 250].Fingerprint;
            var feed = fixture.Open(CallEventQuery.Default with { Order = view });
            await fixture.UntilAsync(feed, status => status.Coverage is Coverage.Complete);
            var before = fixture.Api.RequestCount;
            var index = await fixture.RunAsync(feed.FindAsync(wanted, token));

            Assert.InRange(fixture.Api.RequestCount - before, 0, MostRequests);
            Assert.NotNull(index);
            Assert.Equal(wanted, feed.Row(index.Value)?.Fingerprint);
        }
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("0-00000000000000aa")]
    [InlineData("1795410000000000-00000000000000aa")]
    public async Task Find_WhatIsNotThere_GivesUp(string fingerprint)
    {
        using var fixture = new FeedFixture(new SandboxOptions { Events = Rows });
        var feed = fixture.Open();
        await fixture.UntilAsync(feed, status => status.Total is not null);
        var before = fixture.Api.RequestCount;

        Assert.Null(await fixture.RunAsync(feed.FindAsync(fingerprint, TestContext.Current.CancellationToken)));
        Assert.InRange(fixture.Api.RequestCount - before, 0, MostRequests);
    }
}
