using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>
/// Reads the events of a query page by page, so that how many requests it takes is known before. It asks in the direction in which events that come or expire
/// meanwhile push rows towards the pages that are still to be read: a row may come twice, and is taken once.
/// </summary>
/// <param name="query">A query that Telnyx can be asked for, without a range that moves.</param>
/// <param name="total">How many events it was counted to have.</param>
internal sealed class RowSweep(CallEventQuery query, int total, DateTimeOffset now)
{
    private readonly FilterPlan _plan = FilterPlan.For(query, now);
    private HashSet<string> _seen = new(StringComparer.Ordinal);
    private TimeBound? _bound;
    private int _next = 1;
    private int _step = 1;
    private int _last = Pages(total, PageRequest.MaxSize);
    private bool _isBegun;
    private bool _hasMoved;

    /// <summary>The events that were read, each once.</summary>
    public int Read { get; private set; }

    /// <summary>How many there are, as Telnyx counted them last.</summary>
    public int Total { get; private set; } = total;

    /// <summary>Whether Telnyx left a filter or the range out, so that its pages are not those of the query.</summary>
    public bool IsIgnored { get; private set; }

    /// <summary>How many requests are still to be made; one less at the end where <see cref="IsMost"/>.</summary>
    public int RequestsLeft => IsIgnored ? 0 : !_isBegun ? _last + (IsMost ? 1 : 0) : _step > 0 ? Math.Max(0, _last - _next + 1) : Math.Max(0, _next - 1);

    /// <summary>Whether the first page may be one that is not of the range: that shows only when it is read.</summary>
    public bool IsMost => !_isBegun && IsBetween && _last > 0;

    /// <summary>Whether each event that Telnyx counts was read, and none came or expired meanwhile.</summary>
    public bool IsWhole => !IsIgnored && !_hasMoved && RequestsLeft == 0 && Read == Total;

    private bool IsBetween => _plan is { LocalLower: not null, Filter.OccurredAt: not null };

    /// <summary>How many events the next requests give at most.</summary>
    public int RowsOf(int requests) => Math.Min(requests * PageRequest.MaxSize, Math.Max(0, Total - Read));

    /// <param name="readAsync">Reads one page. It has the key, and so is not kept.</param>
    /// <returns>Events that were not read before.</returns>
    public async Task<IReadOnlyList<CallEvent>> ReadNextAsync(Func<PageFetch, Task<CallEventPage>> readAsync)
    {
        var isFirst = !_isBegun;
        if (isFirst)
            _bound = _plan.Filter.OccurredAt ?? _plan.LocalLower;
        var page = await readAsync(new PageFetch(_bound, new PageRequest(_next, PageRequest.MaxSize)) { Filter = _plan.Filter with { OccurredAt = _bound } });
        var verification = new FilterVerification(query, _bound);
        verification.Add(page.Events);
        IsIgnored = verification.IsIgnored;
        _isBegun = true;
        if (IsIgnored)
            return [];
        Advance(page, isFirst);
        List<CallEvent> rows = [.. page.Events.Where(row => RowFilter.RowMatches(query, _plan.Wanted, row) && _seen.Add(row.Fingerprint))];
        Read += rows.Count;
        return rows;
    }

    /// <summary>Gives the memory back by which a row that comes twice is known. No more can be read after it.</summary>
    public void Close() => _seen = [];

    private void Advance(CallEventPage page, bool isFirst)
    {
        var all = Totals.From(page);
        if (!IsBetween && all is { } counted)
        {
            _hasMoved |= !isFirst && counted != Total;
            Total = counted;
        }

        if (!isFirst)
        {
            _next += _step;
            return;
        }

        var pages = Pages(all ?? Total, SizeOf(page, all ?? Total));
        var isAscending = ServiceOrderDetector.Detect(page) is ServiceOrder.Ascending && pages > 1;
        if (isAscending && IsBetween)
        {
            // The oldest events of all came: those of the range begin at its lower end.
            (_bound, _next, _last) = (_plan.LocalLower, 1, Pages(Total, SizeOf(page, all ?? Total)));
        }
        else if (isAscending && _plan.LocalLower is null)
        {
            (_next, _step) = (pages, -1);
            // The first page was read.
            _last = pages;
        }
        else
        {
            (_next, _last) = (2, IsBetween ? Math.Min(pages, Pages(Total, SizeOf(page, all ?? Total))) : pages);
        }
    }

    // A service may give fewer rows a page than it is asked for.
    private static int SizeOf(CallEventPage page, int rows) => page.Events.Count > 0 && page.Events.Count < Math.Min(rows, PageRequest.MaxSize) ? page.Events.Count : PageRequest.MaxSize;

    private static int Pages(int rows, int size) => (rows + size - 1) / size;
}
