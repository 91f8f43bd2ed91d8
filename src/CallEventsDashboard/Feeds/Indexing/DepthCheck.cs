using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Finds out whether the service counts, and reaches, all rows of a list. Endpoints beside this one stop at a number of rows, in silence: an ascending one
/// then has newer rows than those it calls the newest, a descending one has as many rows from any row on as in all.
/// </summary>
internal sealed class DepthCheck(ListScope scope, RankedRows ranks, PageLimit limit)
{
    // No service stops earlier, and what is read in a few pages needs no check.
    private const int FewestRows = 1000;
    private const int MostRows = 50;

    // So many do not slip in behind the newest rows while they are read.
    private const int FewestBetween = 10;

    private int? _total;
    private int _rows;

    /// <summary>Whether it is known that the total can be relied on, or can't.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether there are more rows than the service counts.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>Takes in the number of rows, without which there is nothing to check.</summary>
    public void Begin(int total)
    {
        _total ??= total;
        IsDone |= total < FewestRows;
    }

    public AnchoredFetch? Next()
    {
        if (IsDone || _total is null || ranks.RunOf(0) is not { } run)
            return null;
        _rows = Math.Min(MostRows, limit.Rows);
        if (scope.ServiceOrder is ServiceOrder.Ascending && _rows >= FewestBetween)
            return new AnchoredFetch(new TimeBound(TimeComparison.After, ranks.At(0)), new PageRequest(1, _rows), AnchorSide.Depth, 0, -1, -1);
        if (scope.ServiceOrder is ServiceOrder.Descending && ranks.AnchorAtOrBefore(run.To) is { } anchor && anchor >= FewestBetween)
            return new AnchoredFetch(new TimeBound(TimeComparison.AtOrBefore, ranks.At(anchor)), PageRequest.Smallest, AnchorSide.Depth, anchor, -1, -1);
        GiveUp();
        return null;
    }

    /// <summary>Its answer can't be read.</summary>
    public void GiveUp() => IsDone = true;

    public void Take(CallEventPage page)
    {
        IsDone = true;
        IsCapped = scope.ServiceOrder is ServiceOrder.Ascending
            ? page.Events.Count >= _rows && page.Events[^1].OccurredAt is { } at && at < scope.SettledBefore && scope.Pin.Includes(at)
            : Totals.From(page) >= _total;
    }

    /// <summary>Takes in how many rows a descending service has from a rank on; of an ascending one that says nothing.</summary>
    public void TakeSettled(int anchor, int total)
    {
        if (scope.ServiceOrder is not ServiceOrder.Descending || anchor < FewestBetween)
            return;
        IsDone = true;
        IsCapped = total >= _total;
    }
}
