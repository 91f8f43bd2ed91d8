using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Places the rows of one answer. Its rows have computed ranks, counted from the anchor; where rows have slipped in since, the computed ranks are
/// too far from the anchor, never too near. Rows placed before show by how much, and stay where they are: a row that finds no rank is late.
/// </summary>
/// <param name="side">Where the anchor is.</param>
/// <param name="ties">Learns where the rows of a time stand that the page shows a part of.</param>
/// <param name="late">The rows that found no rank before; they are in the answers, and not in the list.</param>
/// <param name="lost">The ranks whose row was not in the answers that should have held it.</param>
/// <param name="limit">Ranks from here on are not of the list.</param>
internal sealed class PagePlacement(RankedRows ranks, LateRows late, TieRanges ties, AnchorSide side, MissingRows lost, int limit)
{
    private readonly List<CallEvent> _late = [];
    private int _shift;
    private bool _isShiftKnown;
    private bool _isContradicted;
    private long? _openGap;

    /// <param name="touches">Whether nothing that is unread lies between the anchor and the page.</param>
    public PlacementResult Place(ReadPage page, bool touches)
    {
        var groups = TieGroup.From(page.Rows, page.FirstRank, page.IsCutAtNewer, page.IsCutAtOlder);
        if (side is AnchorSide.Older)
            groups.Reverse();
        (_shift, _isShiftKnown) = (touches ? 0 : ShiftOfFirstKnown(groups), touches);
        var covered = (From: int.MaxValue, To: -1);
        for (var i = 0; i < groups.Count; i++)
        {
            var isNearest = touches && i == 0;
            if (!PlaceGroup(groups[i], isNearest))
                continue;
            covered = (Math.Min(covered.From, groups[i].Rank + _shift), Math.Max(covered.To, groups[i].LastRank + _shift));
        }

        return new PlacementResult(_late, covered, _openGap, _isContradicted);
    }

    private int ShiftOfFirstKnown(List<TieGroup> groups)
    {
        foreach (var group in groups)
        {
            var committed = ranks.RanksAt(group.Time).ToList();
            if (!group.IsCut && committed.Count > 0 && group.Missing(ranks, committed).Count == 0)
                return committed[0] - group.Rank;
        }

        return 0;
    }

    /// <returns>False for a group that must wait for a page that holds it whole.</returns>
    private bool PlaceGroup(TieGroup group, bool isNearest)
    {
        var committed = ranks.RanksAt(group.Time).ToList();
        var missing = group.Missing(ranks, committed);
        var known = late.TakeHeld(missing);
        if (missing.Count == 0)
        {
            if (!group.IsCut && known == 0 && committed.Count == group.Rows.Count)
                Learn(group, committed[0] - group.Rank);
            Skip(known);
            _openGap = known == group.Rows.Count ? _openGap : null;
            return true;
        }

        var from = group.Rank + _shift;
        if (group.IsCut && !isNearest && side is not AnchorSide.Tie && MeetsAnother(group, from))
            return false;
        if (group.IsCut && side is not AnchorSide.Tie)
            ties.Add(group.Time, from, from + group.Rows.Count - 1);
        var free = Free(group, committed, from).Take(missing.Count + 1).ToList();
        // Rows that are all of one time do not show on which side of those that have ranks the others belong.
        if (side is AnchorSide.Tie && free.Count > missing.Count && !IsWithin(ties.Find(group.Time), free[..missing.Count]))
            return false;
        for (var i = 0; i < Math.Min(free.Count, missing.Count); i++)
            ranks.Commit(free[i], group.Time, RankedRows.PrintOf(missing[i]));
        if (!group.IsCut && free.Count < missing.Count)
        {
            _late.AddRange(missing.Skip(free.Count));
            _openGap = group.Time;
            Skip(missing.Count - free.Count);
        }

        Skip(known);
        return true;
    }

    // A gap is never closed by a group whose other half may lie beyond the page: the half would have no place left.
    private bool MeetsAnother(TieGroup group, int from)
    {
        var (before, after) = (from - 1, from + group.Rows.Count);
        return (group.IsCutAtNewer && IsOfAnotherTime(before, group)) || (group.IsCutAtOlder && IsOfAnotherTime(after, group));
    }

    // Beside a row that is too large for any page, a group is never seen whole.
    private bool IsOfAnotherTime(int rank, TieGroup group) => ranks.Has(rank) && ranks.Time(rank) != group.Time && !ranks.UncertainTimes.Contains(ranks.Time(rank));

    private IEnumerable<int> Free(TieGroup group, List<int> committed, int from)
    {
        var (first, last) = (from, from + group.Rows.Count - 1);
        if (committed.Count > 0)
            (first, last) = (Math.Min(first, committed[0] - 1), Math.Max(last, committed[^1] + 1));
        var known = ties.Find(group.Time);
        if (known is var (begin, end))
            (first, last) = (Math.Min(first, begin), Math.Max(last, end));
        return Enumerable.Range(first, last - first + 1)
            .Where(rank => rank >= 0 && rank < limit && !ranks.Has(rank) && ranks.Fits(rank, group.Time))
            .OrderBy(rank => side is not AnchorSide.Tie || IsWithin(known, [rank]) ? 0 : 1)
            .ThenBy(rank => committed.Count == 0 ? rank : committed.Min(known => Math.Abs(known - rank)))
            .ThenBy(rank => rank >= from && rank < from + group.Rows.Count ? 0 : 1);
    }

    private static bool IsWithin((int From, int To)? range, IEnumerable<int> free) => range is var (from, to) && free.All(rank => rank >= from && rank <= to);

    // A row without a rank is between its neighbours in the answer, and not in the list.
    private void Skip(int rows) => _shift += side is AnchorSide.Older ? rows : -rows;

    private void Learn(TieGroup group, int shift)
    {
        // Away from the anchor a page can only have gained rows, but for those that are known to be in no answer.
        if (_isShiftKnown && (side is AnchorSide.Older ? shift < _shift : shift > _shift) && !Passed(group, shift).All(lost.IsLost))
            _isContradicted = true;
        (_shift, _isShiftKnown) = (shift, true);
    }

    /// <summary>The ranks between the one where a group was expected and the one where it stands.</summary>
    private IEnumerable<int> Passed(TieGroup group, int shift) =>
        side is AnchorSide.Older ? Enumerable.Range(group.LastRank + shift + 1, _shift - shift) : Enumerable.Range(group.Rank + _shift, shift - _shift);
}
