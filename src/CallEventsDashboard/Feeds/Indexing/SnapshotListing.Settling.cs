using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <content>
/// The list of a busy account where requests are to be spared. Its first page does not reach rows that had settled: to read on until there are some takes
/// many pages that nobody looks at. It is shown with the number that the first answer told, and counted from one of its rows once that has settled, by
/// one request; a reader who goes on has the number from a page that is read then.
/// </content>
internal sealed partial class SnapshotListing
{
    // Longer than rows take to settle by what an answer may take to come.
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(75);

    /// <summary>Whether the number of rows may be confirmed later than the first of them are shown. Only where indices count from the newest end, so that it moves no row.</summary>
    public bool SettlesLater { get; init => field = value && viewOrder is Queries.EventOrder.Newest && lower is null; }

    /// <summary>Whether rows are shown whose number is not confirmed yet.</summary>
    private bool IsSettling => SettlesLater && _total is null && _ranks.RunOf(0) is not null;

    public override PageAsk? Settle()
    {
        if (!IsSettling || SettledAnchor is not { } anchor)
            return null;
        var bound = anchor == 0 ? pin : new TimeBound(TimeComparison.AtOrBefore, At(anchor));
        return new AnchoredAsk(bound, PageRequest.Smallest, AnchorSide.Settled, anchor, -1, -1);
    }

    private int? SettledAnchor =>
        _ranks.RunOf(0) is { } run && _ranks.AnchorAtOrBefore(run.To) is { } anchor && At(anchor) + SettledAfter <= clock.Now ? anchor : null;

    /// <summary>Whether all that an answer counted had settled before it was given.</summary>
    private bool HasSettled(AnchoredAsk ask) =>
        SettlesLater && ask.Side is AnchorSide.Newer && _ranks.Has(ask.AnchorRank) && At(ask.AnchorRank) + SettledAfter <= clock.Now;

    // The same answer tells of a descending service whether it counts, and reaches, all rows.
    private void TakeSettled(AnchoredAsk ask, CallEventPage page)
    {
        if (!IsSettling || Totals.Of(page) is not { } total)
            return;
        Depth.TakeSettled(ask.AnchorRank, total);
        Plan.Count(ask with { Side = AnchorSide.Newer }, total);
        Freeze(isSettled: true);
        MoveEdge();
    }
}
