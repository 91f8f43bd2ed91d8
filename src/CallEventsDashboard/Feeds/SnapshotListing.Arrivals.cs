using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <content>What came in after the list was opened, and has no index in it.</content>
internal sealed partial class SnapshotListing
{
    public override PageAsk? LookOut() => IsOpening ? null : Plan.LookOut(settledBefore);

    // The anchor's rank tells how many rows of the list are newer than it: what an answer has beyond those came in since.
    public override int? CountNewer(PageAsk ask, CallEventPage page)
    {
        if (ask is not AnchoredAsk { Bound: { } bound } anchored || Totals.Of(page) is not { } total)
            return null;
        var heldBack = _late.Rows.Count(row => row.OccurredAt is { } at && bound.Includes(at));
        return Math.Max(0, total - (anchored.AnchorRank + 1) - heldBack);
    }

    private void CrossSeam(AnchoredAsk ask, CallEventPage page)
    {
        var begun = ask.Bound!.Value.At.UtcTicks;
        var isMet = page.Events.Count < ask.Page.Size;
        foreach (var row in page.Events)
        {
            var at = RankedRows.TimeOf(row);
            if (!pin.Includes(row.OccurredAt ?? default))
                continue;
            if (_ranks.RanksAt(at).Any(rank => _ranks.Print(rank) == RankedRows.PrintOf(row)))
            {
                // A row that has a rank, beyond where the seam began: the other side is reached.
                isMet |= at != begun;
                if (isMet)
                    break;
            }
            else
            {
                _late.Add([row]);
            }
        }

        var last = RankedRows.TimeOf(page.Events[^1]);
        _seam = isMet || last == begun ? null : last;
    }
}
