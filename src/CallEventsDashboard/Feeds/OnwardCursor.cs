using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// Reads on with the order of the service: from the time of the last row, so that what expires or slips in behind it shifts nothing. Where the service does
/// not heed the bound, or has no order, it goes by page numbers.
/// </summary>
/// <param name="bound">The bound of the list, which the first page has.</param>
internal sealed class OnwardCursor(ServiceOrder serviceOrder, TimeBound? bound) : ScanCursor
{
    private const int PageSize = PageRequest.MaxSize;

    private readonly TimeBound? _first = bound;
    private TimeBound? _bound = bound;
    private int _number = 1;
    private bool _goesByNumber = bound is not { Comparison: not TimeComparison.Equal };
    private bool _mayRepeat;

    public override PageAsk Next => new(_bound, new PageRequest(_number, PageSize));

    protected override bool Follows(PageAsk ask, CallEventPage page, int fresh)
    {
        var isTrue = ServiceOrders.IsSorted(page) && page.Events.All(row => row.OccurredAt is { } at && ask.Bound?.Includes(at) != false);
        if (_goesByNumber || isTrue)
            return true;
        // The first page is the same in either way.
        var isFirst = RowsRead == 0;
        (_goesByNumber, _mayRepeat, _bound, _number) = (true, !isFirst, _first, (RowsRead / PageSize) + 1);
        return isFirst;
    }

    protected override void GoOn(PageAsk ask, CallEventPage page, int fresh)
    {
        // An empty, repeated or short page is the end, whatever the service says of its pages; a page may be full of rows of one time.
        var isOneInstant = page.Events is [{ OccurredAt: var first }, .., { OccurredAt: var last }] && first == last;
        IsDone = page.Events.Count < PageSize || (fresh == 0 && !_mayRepeat && !isOneInstant);
        _mayRepeat = false;
        if (IsDone)
            return;
        var next = _goesByNumber ? _bound : From(page.Events[^1].OccurredAt!.Value);
        (_bound, _number) = (next, next == _bound ? _number + 1 : 1);
    }

    private TimeBound From(DateTimeOffset last) =>
        new(serviceOrder is ServiceOrder.Ascending ? TimeComparison.AtOrAfter : TimeComparison.AtOrBefore, last);
}
