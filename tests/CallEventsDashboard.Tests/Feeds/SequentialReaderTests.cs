using CallEventsDashboard.Configuration;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>A list read from its beginning to its end, without a window.</summary>
public class SequentialReaderTests
{
    private const int Rows = 1500;

    [Theory]
    [InlineData(EventOrder.Newest)]
    [InlineData(EventOrder.Oldest)]
    public async Task ReadAll_OfAList_GivesEachRowOnceAndInOrder(EventOrder order)
    {
        using var fixture = new FeedFixture(new SandboxOptions { Events = Rows, TiesShuffled = true });
        var rows = await ReadAsync(fixture, fixture.Open(CallEventQuery.Default with { Order = order }));

        Assert.Equal(Rows, rows.Count);
        fixture.AssertWhole(rows, order);
    }

    [Fact]
    public async Task ReadAll_OfASearch_ReadsOnBeyondTheBudgetOfAScan()
    {
        using var fixture = new FeedFixture(new SandboxOptions { Events = Rows }, new FeedOptions { ScanPages = 2 });
        var feed = fixture.Open(CallEventQuery.Default with { Search = "call_event" });
        var rows = await ReadAsync(fixture, feed);

        Assert.True(feed.Status.Scan is { IsDone: true, RowsRead: Rows });
        Assert.Equal(Rows, rows.Count);
        fixture.AssertWhole(rows);
    }

    [Fact]
    public async Task ReadAll_OfAListThatFails_EndsWithTheRowsBeforeAndTheListSaysWhy()
    {
        using var fixture = new FeedFixture(new SandboxOptions { Events = Rows });
        var feed = fixture.Open();
        await fixture.SettleAsync(feed);
        fixture.Wire.Failure = new InvalidOperationException("It broke an assumption.");
        var rows = await ReadAsync(fixture, feed);

        Assert.InRange(rows.Count, 1, Rows - 1);
        Assert.Equal(Enumerable.Range(0, rows.Count).Select(feed.Row), rows);
        Assert.NotNull(feed.Status.Failure?.ErrorId);
    }

    private static async Task<List<CallEvent>> ReadAsync(FeedFixture fixture, CallEventFeed feed)
    {
        return await fixture.RunAsync(CollectAsync());

        async Task<List<CallEvent>> CollectAsync()
        {
            var rows = new List<CallEvent>();
            await foreach (var row in feed.ReadAllAsync(TestContext.Current.CancellationToken))
                rows.Add(row);
            return rows;
        }
    }
}
