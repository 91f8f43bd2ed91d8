using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Scanning;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Opens a list: at most four small steps, each an answer that the next one needs.</summary>
internal sealed class FeedOpener(
    CallEventQuery query, FilterPlan plan, int scanPages, PageLimit limit, BoundWriting writing, Func<PageFetch, CancellationToken, Task<CallEventPage>> sendAsync,
    ServiceClock clock)
{
    private const string TimeFilter = "occurred_at";

    // Events may be stamped ahead of the service's clock, and are events all the same: no clock is further off.
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(1);

    // Three times the longest usual delay between an event and its appearance: what is older has settled.
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(60);

    // A few records at the end of the list may each be larger than an answer may be.
    private const int MostTooLarge = 3;

    /// <summary>Whether requests are to be spared, so that what confirms the number of rows may come later than the rows.</summary>
    public Func<bool> IsSparing { get; init; } = () => false;

    /// <summary>The instant of the list; null for now.</summary>
    public DateTimeOffset? AsOf { private get; init; }

    /// <summary>What another opener of the same query knows of its filters; null where there is none.</summary>
    public FilterVerification? Verification { private get; init; }

    private FilterPlan _plan = plan;
    private DateTimeOffset _asOf;
    private ServiceOrder _order;
    private TimeBound? _bound;
    private int? _total;
    private FilterVerification _verification = new(query, null);

    public async Task<FeedOpening> OpenAsync(CancellationToken cancellationToken)
    {
        var (asOf, fetch, page) = await ReadFirstAsync(AsOf ?? clock.Now, cancellationToken);
        writing.Learn(page);
        fetch = await LearnPageSizeAsync(fetch, page, cancellationToken);
        var verification = _verification = Verification ?? new FilterVerification(query, fetch.Bound);
        verification.Add(page.Events);
        if (writing.AreRefused)
            verification.IgnoreBounds();
        var order = await DetectOrderAsync(fetch, page, cancellationToken);
        var total = await CountAsync(fetch, page, cancellationToken);
        (_asOf, _order, _bound, _total) = (asOf, order, ScanBound(order, fetch, page, asOf, isWhole: total <= page.Events.Count), total);
        if (verification.IsIgnored || writing.AreRefused || query.IsDashboardsOwn || total is null || !CanBeIndexed(fetch, page, total.Value))
            return new FeedOpening(asOf, ScanFrom(fetch, page), verification, _plan, fetch.Bound, total, IsOpenEnded: false, Scan) { Belongs = Belongs, Order = order };
        var below = await new LowerEdge(_plan, limit, ReadAsync).CountBelowAsync(page, order, cancellationToken);
        var scope = new ListScope(order, query.Order, fetch.Bound!.Value, PinOf(asOf), _plan.LocalLower, below, asOf - SettleTime) { SettlesLater = IsSparing() };
        var listing = new SnapshotListing(scope, clock, limit, writing);
        // The oldest rows have no row beside them that has a rank, and until the next answer rows may come in: only the newest end is placed by a total.
        if (order is ServiceOrder.Ascending && total is { } rows && page.Events.Count < rows)
            listing.Begin(fetch, page, rows);
        else
            listing.Place(fetch, page with { TotalResults = total });
        return new FeedOpening(asOf, listing, verification, _plan, fetch.Bound, total, IsOpenEnded: OwnBound is null || OwnBound.Value.At >= asOf, Scan) { Belongs = Belongs, Order = order };
    }

    /// <summary>The same list, read in order from its end: whatever was asked for meanwhile, it has the order, the bound and the total of the first answer.</summary>
    /// <param name="byTime">Whether its total can't be relied on.</param>
    private ScannedListing Scan(bool byTime = false) => new(_order, query.Order, _bound, byTime ? null : _total, scanPages, limit, writing, _plan.Wanted, Matches, _verification.CannotTell);

    /// <summary>The same from the first answer on, where that begins it.</summary>
    private ScannedListing ScanFrom(PageFetch fetch, CallEventPage page)
    {
        var scan = Scan();
        if (scan.NextAhead(default, []) is { } next && next == new PageFetch(Written(fetch.Bound), fetch.Page))
            scan.Place(next, page);
        return scan;
    }

    private TimeBound? Written(TimeBound? bound) => bound is { } sent && !writing.AreRefused ? writing.Write(sent) : null;

    private TimeBound? OwnBound => _plan.Filter.OccurredAt is { } bound ? BoundWriting.Sure(bound) : null;

    private Task<CallEventPage> ReadAsync(PageFetch fetch, CancellationToken cancellationToken) =>
        sendAsync(fetch with { Bound = Written(fetch.Bound) }, cancellationToken);

    // In a list that is read as the service lists it, events after it was opened are at its end, with those stamped ahead of the clock.
    private bool Matches(CallEvent row) => !(IsPinned && row.OccurredAt > _asOf && row.OccurredAt <= clock.Now) && Belongs(row);

    private bool Belongs(CallEvent row) => RowFilter.RowMatches(query, _plan.Wanted, row) && (!query.CallFailed || CallFailure.IsReported(row)) && (query.Search is not { } text || TextSearch.Matches(row, text));

    // Rows without a time are listed beside those that have one, and rows of one single time have no order among each other.
    private bool CanBeIndexed(AnchoredFetch fetch, CallEventPage page, int total) =>
        (page.Events.Count == 0 || page.Events.Any(row => row.OccurredAt is not null)) && ServiceOrderDetector.IsSorted(page) && (query.Range.Exactly is null || total <= fetch.Page.Size);

    private async Task<(DateTimeOffset AsOf, AnchoredFetch Fetch, CallEventPage Page)> ReadFirstAsync(DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var corrections = clock.Corrections;
        var (fetch, page) = await ReadFirstAsync(() => FirstFetch(asOf), cancellationToken);
        // An answer showed that the clock was wrong. A list pinned before the service's time would lack what has arrived; pinned after it, it would get what arrives.
        if (corrections == clock.Corrections)
            return (asOf, fetch, page);
        asOf = clock.Now;
        _plan = FilterPlan.For(query, asOf);
        (fetch, page) = await ReadFirstAsync(() => FirstFetch(asOf), cancellationToken);
        return (asOf, fetch, page);
    }

    private async Task<(AnchoredFetch Fetch, CallEventPage Page)> ReadFirstAsync(Func<AnchoredFetch> next, CancellationToken cancellationToken)
    {
        for (var number = 1; ;)
        {
            var fetch = next();
            fetch = fetch with { Page = fetch.Page with { Number = number } };
            try
            {
                return (fetch, await ReadAsync(fetch, cancellationToken));
            }
            catch (TelnyxException exception) when (!writing.AreRefused && exception.Error is TelnyxError.InvalidRequest && exception.Parameter?.Contains(TimeFilter, StringComparison.Ordinal) != false)
            {
                writing.Refuse();
            }
            catch (TelnyxException exception) when (exception.IsTooLarge && number <= MostTooLarge)
            {
                // Fewer rows, or at last those behind the one that is too large.
                if (!limit.TryShrink(fetch.Page))
                    number++;
            }
        }
    }

    /// <summary>The same request with the size that the service gives its pages, which may be less than it was asked for.</summary>
    private async Task<AnchoredFetch> LearnPageSizeAsync(AnchoredFetch fetch, CallEventPage page, CancellationToken cancellationToken)
    {
        var (rows, total) = (page.Events.Count, Totals.From(page));
        if (rows == 0 || rows >= fetch.Page.Size || total == rows || fetch.Page.Number > 1)
            return fetch;
        var isCut = total > rows || (await ReadAsync(fetch with { Page = new PageRequest(2, rows) }, cancellationToken)).Events.Count > 0;
        if (!isCut)
            return fetch;
        limit.Cap(rows);
        return fetch with { Page = new PageRequest(1, rows), ToRank = rows - 1 };
    }

    private AnchoredFetch FirstFetch(DateTimeOffset asOf)
    {
        var ahead = new TimeBound(TimeComparison.AtOrBefore, asOf + MostAhead);
        return SnapshotPlan.First(OwnBound is { } bound && (bound.Comparison is TimeComparison.Equal || bound.At < ahead.At) ? bound : ahead, limit.Rows);
    }

    /// <summary>The upper bound of the list, of which rows that are stamped ahead of the clock are nevertheless.</summary>
    private TimeBound PinOf(DateTimeOffset asOf) =>
        OwnBound is { } bound && (bound.Comparison is TimeComparison.Equal || bound.At < asOf) ? bound : new TimeBound(TimeComparison.AtOrBefore, asOf);

    private bool IsPinned => OwnBound is not { } bound || bound.At >= _asOf;

    /// <summary>The bound of a list that is read in order: a descending service has shown its newest row, an ascending one shows it last.</summary>
    private TimeBound? ScanBound(ServiceOrder order, PageFetch fetch, CallEventPage page, DateTimeOffset asOf, bool isWhole) => order switch
    {
        _ when isWhole || order is ServiceOrder.Ascending => fetch.Bound,
        _ when PinOf(asOf) is { Comparison: TimeComparison.AtOrBefore } pin && page.Events is [{ OccurredAt: { } newest }, ..] && newest > pin.At && fetch.Bound?.Includes(newest) == true => pin with { At = newest },
        _ => PinOf(asOf),
    };

    private async Task<ServiceOrder> DetectOrderAsync(PageFetch fetch, CallEventPage page, CancellationToken cancellationToken)
    {
        if (ServiceOrderDetector.Detect(page) is { } order)
            return order;
        if (page.Events.Count < fetch.Page.Size || page.Events is not [{ OccurredAt: { } first }, ..])
            return ServiceOrder.Ascending;
        // The smaller the pages, the more of them may be of one time: only the total says where the last one is.
        var second = await ReadAsync(fetch with { Page = fetch.Page with { Number = Math.Max(2, ((Totals.From(page) ?? 0) + fetch.Page.Size - 1) / fetch.Page.Size) } }, cancellationToken);
        return second.Events is [.., { OccurredAt: { } last }] && last < first ? ServiceOrder.Descending : ServiceOrder.Ascending;
    }

    /// <summary>The rows that the request's filter and bound match; null when the service does not say.</summary>
    private async Task<int?> CountAsync(PageFetch fetch, CallEventPage page, CancellationToken cancellationToken)
    {
        if (Totals.From(page) is { } total)
            return total;
        if (page.Events.Count < fetch.Page.Size)
            return page.Events.Count;
        return Totals.FromSmallest(await ReadAsync(new PageFetch(fetch.Bound, PageRequest.Smallest), cancellationToken));
    }
}
