using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Remembers which row was seen at which index: an index that has shown a row never shows another.</summary>
internal sealed class IndexWatch(Listing listing)
{
    private readonly Dictionary<int, CallEvent> _seen = [];

    public IReadOnlyDictionary<int, CallEvent> Seen => _seen;

    public void Look()
    {
        for (var index = 0; index < listing.RowCount; index++)
        {
            if (listing.Row(index) is { } row && !_seen.TryAdd(index, row))
                Assert.True(_seen[index].Fingerprint == row.Fingerprint, $"Index {index} has shown one row, and now shows another.");
        }
    }

    /// <summary>Fails unless the rows seen are in order, none of them more often than it is, and every row of the account that can't have expired among them.</summary>
    /// <param name="there">The rows of the account that the list is of.</param>
    /// <param name="late">The rows that came in after it was opened.</param>
    /// <param name="readUntil">Rows up to this instant may have expired before they were read.</param>
    public void AssertWhole(IEnumerable<SandboxEvent> there, IEnumerable<SandboxEvent> late, EventOrder view, DateTimeOffset readUntil)
    {
        var times = _seen.OrderBy(pair => pair.Key).Select(pair => pair.Value.OccurredAt!.Value.UtcTicks * (view is EventOrder.Newest ? -1 : 1)).ToList();
        Assert.Equal(times.Order(), times);
        var placed = _seen.Values.CountBy(RowKey.Of).ToDictionary();
        var held = listing.Late.CountBy(RowKey.Of).ToDictionary();
        var expected = there.CountBy(RowKey.Of).ToDictionary();
        var came = late.CountBy(RowKey.Of).ToDictionary();
        var doubled = placed.Where(pair => pair.Value + held.GetValueOrDefault(pair.Key) > expected.GetValueOrDefault(pair.Key) + came.GetValueOrDefault(pair.Key)).ToList();
        var lost = expected.Where(pair => pair.Key.Ticks > readUntil.UtcTicks && placed.GetValueOrDefault(pair.Key) + held.GetValueOrDefault(pair.Key) < pair.Value).ToList();
        Assert.True((doubled.Count, lost.Count) == (0, 0), $"{doubled.Count} rows are listed twice, {lost.Count} are lost: {string.Join("; ", lost.Take(5).Select(pair => pair.Key))}.");
    }
}
