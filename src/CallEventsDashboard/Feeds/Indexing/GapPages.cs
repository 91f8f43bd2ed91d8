using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Finds ranks whose rows are missing, and chooses the page for them. A row that was in no answer which should have held it is asked for in other ways.</summary>
internal sealed class GapPages(ListedRows rows, ListLength length, SnapshotPlan plan, TieRanges ties)
{
    private const int FewRows = 31;
    private const int FewerRows = 3;

    /// <summary>From the first to the last of the missing ranks, inclusive, that lie between two others, inclusive, and that no page on its way is for; null when none is missing.</summary>
    public (int First, int Last)? Find(int from, int to, IReadOnlyCollection<PageFetch> onTheirWay)
    {
        (int First, int Last)? missing = null;
        for (var rank = Math.Max(0, from); rank <= Math.Min(to, length.Edge - 1); rank++)
        {
            if (!rows.Contains(rank) && !length.IsGone(rank) && !onTheirWay.Any(fetch => fetch is AnchoredFetch anchored && anchored.FromRank <= rank && rank <= anchored.ToRank))
                missing = (missing?.First ?? rank, rank);
        }

        return missing;
    }

    public AnchoredFetch? PageFor(int first, int last, bool towardsOlder)
    {
        var near = towardsOlder ? first : last;
        var losses = rows.Ranks.Has(near) ? 0 : rows.Lost.LossesOf(near);
        // Its row may be anywhere in the tie, and on either of its pages.
        if (losses > 0 && ties.TimeAt(near) is { } time)
            return plan.Tie(near, time, losses == 2 ? 2 : 1);
        return losses switch
        {
            1 => plan.Tie(near, fromOlder: !towardsOlder),
            2 => plan.Tie(near, fromOlder: towardsOlder),
            // The neighbours of a row that spoils each page it is on are found by ever smaller pages.
            3 => plan.For(Math.Max(first, near - FewRows), Math.Min(last, near + FewRows), towardsOlder: true),
            4 => plan.For(Math.Max(first, near - FewerRows), Math.Min(last, near + FewerRows), towardsOlder: true),
            // At last from the newer side: that answer shows whether the row has left the service.
            5 => plan.For(near, near, towardsOlder: true),
            _ => null,
        } ?? plan.For(first, last, towardsOlder);
    }
}
