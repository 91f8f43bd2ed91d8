using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Components.Events;

public sealed class RowSurroundingsTests
{
    /// <summary>Also at both ends, beyond which a list has no row.</summary>
    [Theory]
    [InlineData(EventOrder.Newest)]
    [InlineData(EventOrder.Oldest)]
    public async Task RowsThatNameNobody_AreGivenTheNumbersOfTheirSession_WhereverTheyStand(EventOrder order)
    {
        using var fixture = new FeedFixture(new SandboxOptions { Events = 400 });
        var feed = fixture.Open(CallEventQuery.Default with { Order = order });
        var rows = await fixture.ReadAllAsync(feed);
        var given = rows.Select((row, index) => (Row: row, Near: RowSurroundings.Find(feed, index, row, seen => seen))).Where(pair => pair.Near.From is not null).ToList();

        Assert.NotEmpty(given);
        Assert.All(given, pair =>
        {
            Assert.Null(pair.Row.From);
            Assert.Contains(rows, other => other.SessionId == pair.Row.SessionId && other.From == pair.Near.From);
        });
    }
}
