using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>
/// Reads on with the order of the service: from the time of the last row, so that what expires or slips in behind it shifts nothing. Where the service does
/// not heed the bound, or has no order, it goes by page numbers.
/// </summary>
/// <param name="bound">The bound of the list, which the first page has.</param>
/// <param name="writing">Learns how the service compares, where a page does not begin with the row that the one before ended with.</param>
internal sealed class OnwardCursor(ServiceOrder serviceOrder, TimeBound? bound, PageLimit limit, BoundWriting writing) : ScanCursor
{
    private readonly TimeBound? _first = bound;
    private TimeBound? _bound = bound;

    // Rows of the answers to the bound that were read; a page that begins before them repeats some.
    private int _passed;
    private bool _goesByNumber = bound is not { Comparison: not TimeComparison.Equal };
    private bool _mayRepeat;

    public override PageFetch Next => new(_bound, new PageRequest((_passed / limit.Rows) + 1, limit.Rows));

    protected override bool Follows(PageFetch fetch, CallEventPage page, int fresh)
    {
        var isTrue = ServiceOrderDetector.IsSorted(page) && page.Events.All(row => row.OccurredAt is not { } at || fetch.Bound?.Includes(at) != false);
        if (isTrue && !_goesByNumber && RowsRead > 0 && _passed == 0 && fresh == page.Events.Count && writing.LearnExclusive())
            return false;
        if (_goesByNumber || isTrue)
            return true;
        // The first page is the same in either way.
        var isFirst = RowsRead == 0;
        (_goesByNumber, _mayRepeat, _bound, _passed) = (true, !isFirst, _first, RowsRead);
        return isFirst;
    }

    protected override void GoOn(PageFetch fetch, CallEventPage page, int fresh)
    {
        // An empty or repeated page is the end, whatever the service says of its pages, and a short one unless its total includes more rows; a page may be
        // full of rows of one time.
        var isOneInstant = page.Events.Count == 1 || page.Events is [{ OccurredAt: var first }, .., { OccurredAt: var last }] && first == last;
        var repeats = (_passed % fetch.Page.Size) > 0;
        var isShort = page.Events.Count < fetch.Page.Size;
        var end = ((fetch.Page.Number - 1) * fetch.Page.Size) + page.Events.Count;
        IsDone = page.Events.Count == 0 || (isShort && !(Totals.From(page) > end)) || (fresh == 0 && !_mayRepeat && !isOneInstant && !repeats);
        _mayRepeat = false;
        if (IsDone)
            return;
        var passed = fetch.Page.Number * fetch.Page.Size;
        // Rows without a time are passed by number, from the last one that has one.
        var next = _goesByNumber || page.Events.LastOrDefault(row => row.OccurredAt is not null)?.OccurredAt is not { } at ? _bound : From(at);
        (_bound, _passed) = (next, next == _bound ? passed : 0);
    }

    protected override int RowsLeft(PageFetch fetch, int total) => total - (fetch.Page.Number * fetch.Page.Size);

    private TimeBound From(DateTimeOffset last) =>
        new(serviceOrder is ServiceOrder.Ascending ? TimeComparison.AtOrAfter : TimeComparison.AtOrBefore, last);
}
