using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Full pages of a descending service for a reader who goes towards newer rows. Counted from the newest end, their edges lie where they lie, and a tie
/// that an edge cuts costs a request more. Counted from one of the rows of the newest stretch, any edge can be had: it is put so that the page shows the
/// last tie that was read whole, and one row behind it, and so its rows are placed from there, however many slipped in nearer to the anchor.
/// </summary>
internal sealed class JoinedPages(RankedRows ranks, PageLimit limit)
{
    private const int Size = PageRequest.MaxSize;

    // A reader who has read less than this has jumped there and may jump on, unless it is the end of the list, where reading begins.
    private const int FewestRead = 2 * Size;

    // An anchor must begin a time: of neighbouring ranks, one does.
    private const int MaxSpare = 10;

    // Where rows slip in all the time, pages do not show the join: then these are given up.
    private const int MaxMisses = 3;
    private const int SpareAfterMiss = 20;

    private int _surplus;
    private int _spare;
    private int _misses;

    /// <param name="join">The rank of a row that ends the page, or stands a few rows before its end.</param>
    /// <param name="rows">How many rows the service has.</param>
    /// <returns>The anchor's rank, the page, and its last rank; null where it is not worth while or can't be.</returns>
    public (int Anchor, PageRequest Page, int LastRank)? EndingAt(int join, int rows)
    {
        if (limit.Rows < Size || _misses >= MaxMisses || ranks.RunOf(0) is not { } newest || ranks.RunOf(join) is not { } run || run.From <= newest.To)
            return null;
        if (run.To - run.From < FewestRead && run.To + 1 < rows)
            return null;
        for (var end = join + _spare; end <= join + _spare + MaxSpare; end++)
        {
            var behind = end + _surplus + 1;
            for (var anchor = behind % Size; anchor <= newest.To; anchor += Size)
            {
                if (anchor == 0 || ranks.Time(anchor) != ranks.Time(anchor - 1))
                    return (anchor, new PageRequest((behind - anchor) / Size, Size), end);
            }
        }

        return null;
    }

    /// <summary>The rows newer than the join, with the ranks that they have counted from it; null when the page does not show where the join begins.</summary>
    public ReadPage? Joined(ReadPage page, int join)
    {
        var time = ranks.Time(join);
        var newer = page.Rows.TakeWhile(row => RankedRows.TimeOf(row) > time).ToList();
        if (newer.Count == 0 || newer.Count == page.Rows.Count || RankedRows.TimeOf(page.Rows[newer.Count]) != time)
        {
            (_misses, _spare) = (_misses + 1, _spare + SpareAfterMiss);
            return null;
        }

        (_surplus, _spare) = (Math.Max(0, page.FirstRank + newer.Count - join), 0);
        return page with { Rows = newer, FirstRank = join - newer.Count, IsCutAtOlder = false };
    }
}
