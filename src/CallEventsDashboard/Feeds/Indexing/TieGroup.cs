using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>The rows of one time within a page.</summary>
/// <param name="Rank">The computed rank of the first of them.</param>
internal sealed record TieGroup(long Time, int Rank, IReadOnlyList<CallEvent> Rows, bool IsCutAtNewer, bool IsCutAtOlder)
{
    public bool IsCut => IsCutAtNewer || IsCutAtOlder;

    public int LastRank => Rank + Rows.Count - 1;

    public static List<TieGroup> From(IReadOnlyList<CallEvent> rows, int firstRank, bool isCutAtNewer, bool isCutAtOlder)
    {
        var groups = new List<TieGroup>();
        for (var start = 0; start < rows.Count;)
        {
            var end = start + 1;
            var time = RankedRows.TimeOf(rows[start]);
            while (end < rows.Count && RankedRows.TimeOf(rows[end]) == time)
                end++;
            groups.Add(new TieGroup(time, firstRank + start, [.. rows.Skip(start).Take(end - start)], isCutAtNewer && start == 0, isCutAtOlder && end == rows.Count));
            start = end;
        }

        return groups;
    }

    /// <summary>The rows that have no rank yet, in the order of their fingerprints; twins count one by one.</summary>
    public List<CallEvent> Missing(RankedRows ranks, List<int> committed)
    {
        var known = committed.Select(ranks.Print).ToList();
        return [.. Rows.Where(row => !known.Remove(RankedRows.PrintOf(row))).OrderBy(row => row.Fingerprint, StringComparer.Ordinal)];
    }
}
