using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// A list that the dashboard has to filter itself: pages are read in order, rows that match are appended, and reading stops at a budget of pages.
/// Nothing of it can be jumped to before it was read, and its total counts the matches so far.
/// </summary>
/// <param name="matches">Whether a row belongs to the list.</param>
/// <param name="isBeyond">Whether a row, and so all rows after it, lies beyond the end of the wanted range.</param>
internal sealed class ScannedListing(
    ServiceOrder serviceOrder, EventOrder viewOrder, TimeBound? bound, int? serviceTotal, int budget, Func<CallEvent, bool> matches, Func<CallEvent, bool> isBeyond)
    : Listing
{
    private const int PageSize = PageRequest.MaxSize;

    private readonly List<CallEvent> _matches = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    // With the order of the service against the reader, the last page comes first, if the total tells where that is.
    private readonly bool _backwards = serviceTotal is not null && (serviceOrder is ServiceOrder.Ascending) == (viewOrder is EventOrder.Newest);
    private int _pagesRead;
    private int _budgets = 1;
    private int _rowsRead;
    private bool _isDone;
    private bool _isUnsorted;

    public override int RowCount => _matches.Count;

    public override ScanProgress Scan => new(_rowsRead, serviceTotal, !_isDone && _pagesRead >= Allowed, _isDone);

    public override CallEvent? Row(int index) => index < _matches.Count ? _matches[index] : null;

    public override void Continue() => _budgets++;

    // A person waits until the rows in view have come; the scan goes on behind them.
    public override PageAsk? NextWanted(RowWindow wanted, IReadOnlyCollection<PageAsk> onTheirWay) =>
        _matches.Count < wanted.End ? NextAhead(wanted, onTheirWay) : null;

    public override PageAsk? NextAhead(RowWindow wanted, IReadOnlyCollection<PageAsk> onTheirWay)
    {
        if (_isDone || _pagesRead >= Allowed || onTheirWay.Count > 0)
            return null;
        var number = _backwards ? LastPage - _pagesRead : _pagesRead + 1;
        return new PageAsk(bound, new PageRequest(number, PageSize));
    }

    public override void Place(PageAsk ask, CallEventPage page)
    {
        _pagesRead++;
        var fresh = 0;
        foreach (var row in InViewOrder(page.Events))
        {
            if (isBeyond(row))
            {
                _isDone = ServiceOrders.IsSorted(page);
                if (!_isDone)
                    continue;
                break;
            }

            if (_seen.Contains(row.Fingerprint))
                continue;
            fresh++;
            _rowsRead++;
            if (matches(row))
                _matches.Add(row);
        }

        // Only pages are compared with each other: twins within one page are two events.
        _seen.UnionWith(page.Events.Select(row => row.Fingerprint));

        // An empty, repeated or short page is the end, whatever the service says of its pages.
        _isDone |= fresh == 0 || (_backwards ? ask.Page.Number == 1 : page.Events.Count < PageSize);
        _isUnsorted |= !ServiceOrders.IsSorted(page);
        if (!IsReadInViewOrder || _isUnsorted)
            SortByTime();
    }

    private int Allowed => budget * _budgets;

    private int LastPage => Math.Max(1, ((serviceTotal ?? 0) + PageSize - 1) / PageSize);

    private bool IsReadInViewOrder => _backwards || (serviceOrder is ServiceOrder.Descending) == (viewOrder is EventOrder.Newest);

    private IEnumerable<CallEvent> InViewOrder(IReadOnlyList<CallEvent> rows) => _backwards ? rows.Reverse() : rows;

    private void SortByTime()
    {
        var sorted = viewOrder is EventOrder.Newest ? _matches.OrderByDescending(row => row.OccurredAt).ToList() : [.. _matches.OrderBy(row => row.OccurredAt)];
        _matches.Clear();
        _matches.AddRange(sorted);
    }
}
