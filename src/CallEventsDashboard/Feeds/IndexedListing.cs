using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// A list in which any row can be jumped to. A row's rank is its distance from the newest row of the list; it is worked out from the total of the
/// very answer that the row came in, so that rows which expire at the old end shift nothing.
/// </summary>
internal sealed class IndexedListing(ServiceOrder serviceOrder, EventOrder viewOrder, TimeBound? bound, TimeBound? lower, int serviceTotal, int total)
    : Listing
{
    private const int PageSize = PageRequest.MaxSize;
    private const int MaxTries = 3;
    private const int MaxBlocks = 80;

    private readonly RowStore _rows = new(MaxBlocks);
    private readonly Dictionary<int, int> _fruitless = [];
    private int _serviceTotal = serviceTotal;
    private int _readable = serviceTotal;
    private int _total = total;

    public override int RowCount => _total;

    public override int Expired => Math.Max(0, _total - _readable);

    public override CallEvent? Row(int index) => _rows[Rank(index)];

    public override bool IsExpired(int index) => (Rank(index) >= _readable || _fruitless.GetValueOrDefault(Rank(index)) >= MaxTries) && Row(index) is null;

    public override PageAsk? Next(RowWindow wanted, IReadOnlyCollection<PageAsk> onTheirWay)
    {
        foreach (var index in wanted.Within(_total).WithAhead(_total, PageSize))
        {
            if (Row(index) is not null || IsExpired(index))
                continue;
            var ask = new PageAsk(bound, new PageRequest((Ordinal(Rank(index)) / PageSize) + 1, PageSize));
            if (!onTheirWay.Contains(ask))
                return ask;
        }

        return null;
    }

    public override void Place(PageAsk ask, CallEventPage page)
    {
        _serviceTotal = Totals.Of(page) ?? _serviceTotal;
        if (serviceOrder is ServiceOrder.Ascending)
            _readable = Math.Min(_readable, _serviceTotal);
        var first = ((page.PageNumber ?? ask.Page.Number) - 1) * ask.Page.Size;
        for (var i = 0; i < page.Events.Count; i++)
        {
            if (RankOf(first + i) is var rank and >= 0)
                _rows[rank] = page.Events[i];
        }

        CountFruitless(ask);
        MoveLowerEdge();
        _rows.Trim();
    }

    /// <summary>The index of the newest of the oldest so many rows that the service has; null when that row is not in the list.</summary>
    public int? IndexFromOldEnd(int rows)
    {
        var rank = _serviceTotal - rows;
        return rank >= 0 && rank < _total ? Rank(rank) : null;
    }

    // A service that answers another page than the asked one, or a shorter one, must not be asked for ever.
    private void CountFruitless(PageAsk ask)
    {
        var first = (ask.Page.Number - 1) * ask.Page.Size;
        for (var ordinal = first; ordinal < first + ask.Page.Size; ordinal++)
        {
            if (RankOf(ordinal) is var rank && rank >= 0 && rank < _total && _rows[rank] is null)
                _fruitless[rank] = _fruitless.GetValueOrDefault(rank) + 1;
        }
    }

    // Two counts are never of the same instant: the page that holds the lower edge is what makes the total exact.
    private void MoveLowerEdge()
    {
        if (lower is not { } edge)
            return;
        while (_total < _serviceTotal && _rows[_total]?.OccurredAt is { } next && edge.Includes(next))
            _total++;
        while (_total > 0 && _rows[_total - 1]?.OccurredAt is { } last && !edge.Includes(last))
            _total--;
    }

    private int Rank(int index) => viewOrder is EventOrder.Newest ? index : _total - 1 - index;

    private int RankOf(int ordinal) => serviceOrder is ServiceOrder.Ascending ? _serviceTotal - 1 - ordinal : ordinal;

    private int Ordinal(int rank) => Math.Max(0, serviceOrder is ServiceOrder.Ascending ? _serviceTotal - 1 - rank : rank);
}
