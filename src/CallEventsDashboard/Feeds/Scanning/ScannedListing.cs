using System.Globalization;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>
/// A list that the dashboard has to filter itself: pages are read in order, rows that match are appended, and reading stops at a budget of pages.
/// Nothing of it can be jumped to before it was read, and its total counts the matches so far.
/// </summary>
/// <param name="bound">The upper bound of the list, or its one instant.</param>
/// <param name="writing">How the service takes bounds.</param>
/// <param name="matches">Whether a row belongs to the list.</param>
/// <param name="cannotTell">Whether a row does not show if it belongs to the list.</param>
internal sealed class ScannedListing(
    ServiceOrder serviceOrder, EventOrder viewOrder, TimeBound? bound, int? serviceTotal, int budget, PageLimit limit, BoundWriting writing, WantedRange wanted, Func<CallEvent, bool> matches,
    Func<CallEvent, bool> cannotTell)
    : Listing
{
    private readonly List<CallEvent> _matches = [];
    private readonly List<CallEvent> _late = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    // With the order of the service against the reader, the last page comes first, if the total says where that is.
    private readonly bool _backwards = IsBackwards(serviceOrder, viewOrder, serviceTotal, limit);
    private readonly ScanCursor _cursor = IsBackwards(serviceOrder, viewOrder, serviceTotal, limit)
        ? new BackwardCursor(writing.AreRefused ? null : bound, serviceTotal!.Value, limit)
        : new OnwardCursor(serviceOrder, writing.AreRefused ? null : bound, limit, writing);

    private readonly HashSet<string> _undecided = new(StringComparer.Ordinal);
    private List<CallEvent>? _decided;
    private DateTimeOffset? _front;
    private int _pagesRead;
    private int _budgets = 1;
    private int _rowsRead;
    private bool _isBeyond;
    private bool _isUnsorted;

    // While an older row than those of the list is still there, none of the list has expired.
    private bool _hasOlder;

    public override int RowCount => _matches.Count;

    /// <summary>The time that was read up to, in the order of the view; null before a row with a time was read, and where pages come in another order.</summary>
    public DateTimeOffset? Front => IsReadInViewOrder && !_isUnsorted ? _front : null;

    public override bool KeepsIndices => IsDone || (IsReadInViewOrder && !_isUnsorted);

    /// <summary>How many rows no page that is still to be read can move.</summary>
    public int FixedRows => KeepsIndices ? _matches.Count : 0;

    /// <summary>How often rows were put in another order.</summary>
    public int Sorts { get; private set; }

    public override int Undecided => _matches.Count - Decided.Count;

    public override IReadOnlyList<CallEvent> Late => _late;

    public override int Expired => _isBeyond || _hasOlder ? 0 : _cursor.CountGone(serviceTotal);

    // Where the wanted range ended, what lies behind it is not of the list.
    public override int Missing => _cursor.IsDone && !_isBeyond ? _cursor.Unseen : 0;

    public override ScanProgress Scan => new(_rowsRead, serviceTotal, !IsDone && _pagesRead >= Allowed, IsDone);

    public override CallEvent? Row(int index) => index < _matches.Count ? _matches[index] : null;

    public override CallEvent? DecidedRow(int index) => index < Decided.Count ? Decided[index] : null;

    public override int? DecidedIndex(int index) =>
        Row(index) is { } row && Decided.IndexOf(row) is var decided and >= 0 ? decided : null;

    public override void Continue() => _budgets++;

    public override void Reconsider()
    {
        _undecided.UnionWith(_matches.Where(cannotTell).Select(match => match.Fingerprint));
        _decided = null;
    }

    // A person waits until the rows in view have come; the scan goes on behind them.
    public override PageFetch? NextWanted(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) =>
        (wanted.DecidedOnly ? Decided.Count : _matches.Count) < wanted.End ? NextAhead(wanted, onTheirWay) : null;

    public override PageFetch? NextAhead(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) =>
        IsDone || _pagesRead >= Allowed || onTheirWay.Count > 0 ? null : Written(_cursor.Next);

    public override void Place(PageFetch fetch, CallEventPage page)
    {
        // A page that was on its way when the list was distrusted does not follow the scan's own.
        if (fetch is AnchoredFetch)
            return;
        _pagesRead++;
        var fresh = Fresh(page);
        if (!_cursor.Take(fetch, page, fresh.Count))
            return;
        Remember(page);
        _isUnsorted |= !ServiceOrderDetector.IsSorted(page);
        foreach (var row in fresh)
        {
            if (IsBeyond(row))
            {
                _isBeyond = ServiceOrderDetector.IsSorted(page);
                if (!_isBeyond)
                    continue;
                break;
            }

            _rowsRead++;
            _front = row.OccurredAt ?? _front;
            _hasOlder |= row.OccurredAt < wanted.From;
            if (!IsWithinBound(row) || !(row.Flaw is RecordFlaw.TooLarge || matches(row)))
                continue;
            if (IsReadInViewOrder && !_isUnsorted && IsBeforeTheLast(row))
                _late.Add(row);
            else
                Keep(row);
        }

        if (!IsReadInViewOrder || _isUnsorted)
            SortByTime();
        _decided = null;
    }

    // Its filters can't decide: it is shown.
    public override void PlaceTooLarge(PageFetch fetch)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{fetch.Bound?.At.UtcTicks}/{fetch.Page.Number}");
        Place(fetch, new CallEventPage { Events = [CallEventReader.TooLarge(place)] });
    }

    private List<CallEvent> Decided => _decided ??= _undecided.Count == 0 ? _matches : [.. _matches.Where(row => !_undecided.Contains(row.Fingerprint))];

    private PageFetch Written(PageFetch fetch) => fetch.Bound is { } bound ? fetch with { Bound = writing.Write(bound) } : fetch;

    private int Allowed => budget * _budgets;

    private bool IsDone => _isBeyond || _cursor.IsDone;

    // A row among those that were read came in since, and would move every row behind it.
    private bool IsBeforeTheLast(CallEvent row) =>
        _matches is [.., { OccurredAt: { } last }] && row.OccurredAt is { } at && (viewOrder is EventOrder.Newest ? at > last : at < last);

    private bool IsReadInViewOrder => _backwards || (serviceOrder is ServiceOrder.Descending) == (viewOrder is EventOrder.Newest);

    // One page is read at once in any order.
    private static bool IsBackwards(ServiceOrder serviceOrder, EventOrder viewOrder, int? serviceTotal, PageLimit limit) =>
        serviceTotal >= limit.Rows && (serviceOrder is ServiceOrder.Ascending) == (viewOrder is EventOrder.Newest);

    private bool ReadsTowardsNewer => (serviceOrder is ServiceOrder.Ascending) != _backwards;

    // A page that goes on from the last row has no upper bound any more: what came after the list was opened is not of it.
    private bool IsWithinBound(CallEvent row) => row.OccurredAt is not { } at || bound?.Includes(at) != false;

    private bool IsBeyond(CallEvent row) => row.OccurredAt is { } at && (ReadsTowardsNewer ? at > wanted.To || at > bound?.At : at < wanted.From);

    /// <summary>
    /// The rows of a page that were on no page before, in the order of reading. Twins are as many events as one page shows together; without a time, those behind
    /// a new row are events of their own too, as what is repeated comes first.
    /// </summary>
    private List<CallEvent> Fresh(CallEventPage page)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = (_backwards ? page.Events.Reverse() : page.Events)
            .Select(row => (Row: row, IsKnown: (met[row.Fingerprint] = met.GetValueOrDefault(row.Fingerprint) + 1) <= _known.GetValueOrDefault(row.Fingerprint)))
            .ToList();
        var repeated = rows.FindLastIndex(row => row is { IsKnown: true, Row.OccurredAt: not null }) + 1;
        var first = rows.FindIndex(repeated, row => row.Row.OccurredAt is not null);
        return [.. rows.Where((row, index) => !row.IsKnown || (first >= 0 && index > first)).Select(row => row.Row)];
    }

    private void Remember(CallEventPage page)
    {
        foreach (var (fingerprint, count) in page.Events.CountBy(row => row.Fingerprint))
            _known[fingerprint] = Math.Max(count, _known.GetValueOrDefault(fingerprint));
    }

    private void Keep(CallEvent row)
    {
        _matches.Add(row);
        if (cannotTell(row))
            _undecided.Add(row.Fingerprint);
    }

    private void SortByTime()
    {
        Sorts++;
        var sorted = viewOrder is EventOrder.Newest ? _matches.OrderByDescending(row => row.OccurredAt).ToList() : [.. _matches.OrderBy(row => row.OccurredAt)];
        _matches.Clear();
        _matches.AddRange(sorted);
    }
}
