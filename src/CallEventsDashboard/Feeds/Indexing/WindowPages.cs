using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Chooses the next page for a window of a list, after those that the list itself needs to be sure of its ranks.</summary>
internal sealed class WindowPages(ListScope scope, ListLength length, SnapshotPlan plan, AnswerTrust trust, GapPages gaps, UnplacedGap unplaced)
{
    private const int FirstScreen = 60;

    // Half a page: a page that begins here reaches further, and is not asked for to fill a small rest.
    private const int RowsAhead = PageRequest.MaxSize / 2;

    public PageFetch? NextWanted(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay)
    {
        if (trust.NextAnchor is { } anchor)
            return onTheirWay.Contains(anchor) ? null : anchor;
        if (length.IsOpening)
            return onTheirWay.Count > 0 ? null : length.Total is not { } total ? plan.Opening() : plan.For(Math.Max(0, length.Edge - FirstScreen), Math.Min(length.Edge, total - 1), towardsOlder: false);
        if (unplaced.IsOpen)
            return onTheirWay.Count > 0 ? null : unplaced.Next;
        var (first, last, towardsOlder) = RanksOf(wanted);
        if (gaps.Find(first, last, onTheirWay) is var (from, to))
            return !length.IsSettling ? gaps.PageFor(from, to, towardsOlder) : onTheirWay.Count > 0 ? null : plan.Opening();
        // The check of an unsettled list is made when it has settled.
        return length.IsSettling ? null : trust.NextCheck is { } check && !onTheirWay.Contains(check) ? check : null;
    }

    /// <param name="leavesSoon">Whether rows at the old end may leave the service before they are read.</param>
    public PageFetch? NextAhead(RowWindow wanted, bool leavesSoon, IReadOnlyCollection<PageFetch> onTheirWay)
    {
        if (length.IsOpening || length.IsSettling || unplaced.IsOpen || trust.NextAnchor is not null)
            return null;
        // Rows that expire first are read first, so that a list is not partial as soon as it is open; where requests are spared, once rows that the first answer may
        // have held count as expired. Oldest first, it is what is wanted anyway.
        var end = Math.Min(length.Edge, length.Readable) - 1;
        if ((wanted.ReadsUnasked || length.Expired > 0) && leavesSoon && scope is { Lower: null, ViewOrder: EventOrder.Newest } && gaps.Find(end, end, onTheirWay) is { Last: var oldest })
            return gaps.PageFor(oldest, oldest, towardsOlder: false);
        if (!wanted.ReadsAhead)
            return null;
        var (first, last, towardsOlder) = RanksOf(wanted);
        var ahead = towardsOlder ? gaps.Find(last + 1, last + RowsAhead, onTheirWay) : gaps.Find(first - RowsAhead, first - 1, onTheirWay);
        var next = towardsOlder ? ahead?.First : ahead?.Last;
        return next is { } near ? gaps.PageFor(near, near, towardsOlder) : null;
    }

    private (int First, int Last, bool TowardsOlder) RanksOf(RowWindow wanted)
    {
        var window = wanted.Within(length.Edge);
        var (one, other) = (length.RankOf(window.Start), length.RankOf(window.End - 1));
        return (Math.Min(one, other), Math.Max(one, other), (scope.ViewOrder is EventOrder.Newest) == wanted.Forward);
    }
}
