using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <content>What came in after the list was opened, and has no index in it.</content>
internal sealed partial class SnapshotListing
{
    public override PageAsk? LookOut() => IsOpening ? null : Plan.LookOut(settledBefore, lower);

    public override PageAsk? LookOutAtNewest() => IsOpening ? null : Plan.LookOutAtNewest(settledBefore);

    // The anchor's rank tells how many rows of the list are newer than it: what an answer has beyond those came in since.
    public override int? CountUnplaced(PageAsk ask, CallEventPage page)
    {
        if (ask is not AnchoredAsk { Bound: { } bound } anchored || Totals.Of(page) is not { } total)
            return null;
        // A service that does not heed the bound counts other rows.
        if (page.Events.Any(row => RankedRows.InstantOf(row) is { } at && !bound.Includes(at)))
            return null;
        var heldBack = _late.Rows.Count(row => RankedRows.InstantOf(row) is { } at && bound.Includes(at));
        return Math.Max(0, total - (anchored.AnchorRank + 1) - heldBack);
    }

    private void CrossSeam(AnchoredAsk ask, CallEventPage page)
    {
        var begun = ask.Instant!.Value.UtcTicks;
        var isMet = page.Events.Count < ask.Page.Size;
        foreach (var group in TieGroup.Of([.. page.Events.Where(row => Pin.Includes(RankedRows.InstantOf(row) ?? default))], 0, isCutAtNewer: false, isCutAtOlder: false))
        {
            var committed = _ranks.RanksAt(group.Time).ToList();
            if (committed.Count > 0 && group.Time != begun)
            {
                // Rows that have ranks, beyond where the seam began: the other side is reached.
                isMet = true;
                break;
            }

            var unknown = group.Missing(_ranks, committed);
            _late.TakeHeld(unknown);
            _late.Add(unknown);
        }

        var last = page.Events is [.., var end] ? RankedRows.TimeOf(end) : begun;
        _seam = isMet || last == begun ? null : last;
    }
}
