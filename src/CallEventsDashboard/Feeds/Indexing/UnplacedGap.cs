using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// A gap in which more rows came than there were ranks for, where nothing that was placed before followed the last of them: there may be more such rows. It is
/// read until rows that have ranks show its other side, and what is unknown in it is late.
/// </summary>
internal sealed class UnplacedGap(RankedRows ranks, LateRows late, SnapshotPlan plan, NewestEnd end)
{
    private long? _from;

    public bool IsOpen => _from is not null;

    /// <summary>The page that crosses the gap; null when there is none.</summary>
    public AnchoredFetch? Next => _from is { } from ? plan.Gap(from) : null;

    /// <param name="lastRead">The time of the last row that found no rank; null where there is no such gap.</param>
    public void Open(AnchorSide side, long? lastRead) => _from = lastRead is { } time ? plan.GapFrom(side, time) : _from;

    public void Cross(AnchoredFetch fetch, CallEventPage page)
    {
        var begun = fetch.Instant!.Value.UtcTicks;
        var isMet = page.Events.Count < fetch.Page.Size;
        foreach (var group in TieGroup.From([.. page.Events.Where(row => end.Bound.Includes(RankedRows.InstantOf(row) ?? default))], 0, isCutAtNewer: false, isCutAtOlder: false))
        {
            var committed = ranks.RanksAt(group.Time).ToList();
            if (committed.Count > 0 && group.Time != begun)
            {
                // Rows that have ranks, beyond where the gap began: the other side is reached.
                isMet = true;
                break;
            }

            var unknown = group.Missing(ranks, committed);
            late.TakeHeld(unknown);
            late.Add(unknown);
        }

        var last = page.Events is [.., var oldest] ? RankedRows.TimeOf(oldest) : begun;
        _from = isMet || last == begun ? null : last;
    }
}
