using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>A session is taken from a list only where the list has all of it.</summary>
public sealed class ListedSessionTests : IDisposable
{
    private FeedFixture _fixture = new(new SandboxOptions { Events = 6000, Order = Sandbox.ServiceOrder.Descending });

    [Theory]
    [InlineData(Sandbox.ServiceOrder.Ascending)]
    [InlineData(Sandbox.ServiceOrder.Descending)]
    public async Task Sessions_OfAllEvents_AreThoseOfTheAccountOrNotTaken(Sandbox.ServiceOrder order)
    {
        _fixture.Dispose();
        _fixture = new FeedFixture(new SandboxOptions { Events = 6000, Order = order, Shape = RecordShape.Mixed });
        var scan = await ReadAsync(CallEventQuery.Default);

        var there = _fixture.Api.Events().Where(row => row.SessionId is not null).ToLookup(row => row.SessionId.ToString()!, RowKey.Of);
        var taken = scan.Sessions.Select(session => (session.SessionId, Listed: scan.Listed(session))).Where(pair => pair.Listed is not null).ToList();
        Assert.InRange(taken.Count, scan.Sessions.Count / 2, scan.Sessions.Count - 1);
        Assert.All(taken, pair =>
        {
            Assert.Equal(there[pair.SessionId].Count(), pair.Listed!.Events.Count);
            Assert.Equal(there[pair.SessionId].ToHashSet(), pair.Listed.Events.Select(RowKey.Of).ToHashSet());
            Assert.Equal(pair.Listed.Events.Select(row => row.OccurredAt).Order(), pair.Listed.Events.Select(row => row.OccurredAt));
        });
    }

    [Fact]
    public async Task Session_WhoseBeginningIsNotRead_IsNotTaken()
    {
        var scan = await ReadAsync(CallEventQuery.Default, pages: 2);
        var met = scan.Sessions.Concat(scan.Waiting).ToList();
        var oldest = met.Min(session => session.Oldest);
        var cut = met.Where(session => session.Oldest < oldest + TimeSpan.FromMinutes(2)).ToList();

        Assert.NotEmpty(cut);
        Assert.All(cut, session => Assert.Null(scan.Listed(session)));
    }

    [Fact]
    public async Task Sessions_OfAListThatLacksEvents_AreNotTaken()
    {
        var ended = new TimeBound(TimeComparison.Before, _fixture.Time.GetUtcNow().AddHours(-1));
        foreach (var query in new[] { CallEventQuery.Default with { Type = "webhook" }, CallEventQuery.Default with { Order = EventOrder.Oldest }, CallEventQuery.Default with { Range = new TimeRange { Upper = ended } } })
        {
            var scan = await ReadAsync(query);
            Assert.All(scan.Sessions, session => Assert.Null(scan.Listed(session)));
        }
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<SessionScan> ReadAsync(CallEventQuery query, int pages = 40)
    {
        var feed = _fixture.Open(query);
        var scan = new SessionScan(feed, pages);
        await _fixture.UntilAsync(() =>
        {
            scan.Advance();
            return scan.IsDone || scan.IsStopped;
        });
        return scan;
    }
}
