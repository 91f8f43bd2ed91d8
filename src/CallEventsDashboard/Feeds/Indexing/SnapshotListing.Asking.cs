using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Which page is asked for next.</summary>
internal sealed partial class SnapshotListing
{
    private const int FewRows = 31;
    private const int FewerRows = 3;

    // Half a page: a page that begins here reaches further, and is not asked for to fill a small rest.
    private const int RowsAhead = PageRequest.MaxSize / 2;

    public override PageAsk? NextWanted(RowWindow wanted, IReadOnlyCollection<PageAsk> onTheirWay)
    {
        if (Anchors.Next is { } anchor)
            return onTheirWay.Contains(anchor) ? null : anchor;
        if (IsOpening)
            return onTheirWay.Count > 0 ? null : _total is null ? Plan.Opening() : Plan.For(Math.Max(0, _edge - FirstScreen), Math.Min(_edge, _total.Value - 1), towardsOlder: false);
        if (_seam is { } seam)
            return onTheirWay.Count > 0 ? null : Plan.Seam(seam);
        var (first, last, towardsOlder) = RanksOf(wanted);
        if (Gap(first, last, onTheirWay) is var (from, to))
            return !IsSettling ? Ask(from, to, towardsOlder) : onTheirWay.Count > 0 ? null : Plan.Opening();
        // What an unsettled list would be checked by is asked when it has settled.
        return IsSettling ? null : Depth.Next() is { } check && !onTheirWay.Contains(check) ? check : null;
    }

    public override PageAsk? NextAhead(RowWindow wanted, IReadOnlyCollection<PageAsk> onTheirWay)
    {
        if (IsOpening || IsSettling || _seam is not null || Anchors.Next is not null)
            return null;
        // What leaves first is read first, so that a list is not partial as soon as it is open; where requests are spared, once rows that the first answer may
        // have held count as expired. Oldest first, it is what is wanted anyway.
        var end = Math.Min(_edge, _readable) - 1;
        if ((wanted.ReadsUnasked || _expired > 0) && _oldestPage is not null && lower is null && viewOrder is EventOrder.Newest && Gap(end, end, onTheirWay) is { Last: var oldest })
            return Ask(oldest, oldest, towardsOlder: false);
        if (!wanted.ReadsAhead)
            return null;
        var (first, last, towardsOlder) = RanksOf(wanted);
        var ahead = towardsOlder ? Gap(last + 1, last + RowsAhead, onTheirWay) : Gap(first - RowsAhead, first - 1, onTheirWay);
        if (ahead is not var (from, to))
            return null;
        return towardsOlder ? Ask(from, from, towardsOlder) : Ask(to, to, towardsOlder);
    }

    private (int First, int Last, bool TowardsOlder) RanksOf(RowWindow wanted)
    {
        var window = wanted.Within(_edge);
        var (one, other) = (Rank(window.Start), Rank(window.End - 1));
        return (Math.Min(one, other), Math.Max(one, other), (viewOrder is EventOrder.Newest) == wanted.Forward);
    }

    private AnchoredAsk? Ask(int first, int last, bool towardsOlder)
    {
        var near = towardsOlder ? first : last;
        var losses = _ranks.Has(near) ? 0 : _lost.LossesOf(near);
        // Its row may be anywhere in the tie, and on either of its pages.
        if (losses > 0 && _ties.TimeAt(near) is { } time)
            return Plan.Tie(near, time, losses == 2 ? 2 : 1);
        return losses switch
        {
            1 => Plan.Tie(near, fromOlder: !towardsOlder),
            2 => Plan.Tie(near, fromOlder: towardsOlder),
            // What stands around a row that spoils each page it is in is found by ever fewer rows at a time.
            3 => Plan.For(Math.Max(first, near - FewRows), Math.Min(last, near + FewRows), towardsOlder: true),
            4 => Plan.For(Math.Max(first, near - FewerRows), Math.Min(last, near + FewerRows), towardsOlder: true),
            // At last from the newer side: that answer tells whether the row has left the service.
            5 => Plan.For(near, near, towardsOlder: true),
            _ => null,
        } ?? Plan.For(first, last, towardsOlder);
    }

    private (int First, int Last)? Gap(int from, int to, IReadOnlyCollection<PageAsk> onTheirWay)
    {
        (int First, int Last)? missing = null;
        for (var rank = Math.Max(0, from); rank <= Math.Min(to, _edge - 1); rank++)
        {
            if (!Holds(rank) && !IsGone(rank) && !onTheirWay.Any(ask => ask is AnchoredAsk anchored && anchored.FromRank <= rank && rank <= anchored.ToRank))
                missing = (missing?.First ?? rank, rank);
        }

        return missing;
    }
}
