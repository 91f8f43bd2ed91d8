using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// The first answer of an ascending service: its oldest rows, some of which leave it while the list is opened. Until the next answer rows may come in, so its
/// total gives no ranks: it is kept for those that have left once the service has shown its oldest row again.
/// </summary>
internal sealed class OldestPage(IReadOnlyList<CallEvent> rows)
{
    /// <summary>The time of the oldest row; null where none has a time.</summary>
    public DateTimeOffset? Oldest { get; } = rows.FirstOrDefault(row => row.OccurredAt is not null)?.OccurredAt;

    /// <summary>Whether an answer has these rows, too, or as many of them as it has: then the service gave its first page for another one.</summary>
    public bool IsRepeatedBy(CallEventPage page) =>
        page.Events is [{ OccurredAt: { } first }, .., { OccurredAt: { } last }]
        && first != last && page.Events.Count <= rows.Count && first == rows[0].OccurredAt && last == rows[page.Events.Count - 1].OccurredAt;

    /// <summary>Places the rows that have left the service right behind the oldest that it has; none where one has no time, which could stand anywhere.</summary>
    /// <param name="end">The ranks that the service has; exclusive.</param>
    /// <param name="total">The ranks of the list; exclusive.</param>
    public void Place(ListedRows listed, int end, int total)
    {
        var oldest = listed.Ranks.Time(end - 1);
        var left = rows.Any(row => row.OccurredAt is null) ? [] : rows.Where(row => RankedRows.TimeOf(row) < oldest).Reverse().Take(total - end).ToList();
        for (var i = 0; i < left.Count; i++)
        {
            if (!listed.Ranks.Has(end + i))
                listed.Ranks.Commit(end + i, RankedRows.TimeOf(left[i]), RankedRows.PrintOf(left[i]));
        }

        listed.Keep(left);
    }
}
