using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>What the first answers told: the instant of the list, the order of the service, its total, and so the way to list.</summary>
/// <param name="IsOpenEnded">Whether the list ends at its instant, so that newer events may come; false where the query itself ends it.</param>
internal sealed record FeedOpening(DateTimeOffset AsOf, Listing Listing, EchoTally Tally, bool IsOpenEnded);

/// <summary>Opens a list: at most four small steps, each an answer that the next one needs.</summary>
internal sealed class FeedOpener(CallEventQuery query, FilterPlan plan, int scanPages, Func<PageAsk, CancellationToken, Task<CallEventPage>> readAsync, TimeProvider time)
{
    private const int AlignmentRows = 50;

    // The header Date has whole seconds; a larger lead of our clock would let rows into the list that arrive after it was opened.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    // Three times the longest usual delay between an event and its appearance: what is older has settled.
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(60);

    private ServiceOrder _order;
    private TimeBound? _bound;
    private int? _total;

    public async Task<FeedOpening> OpenAsync(CancellationToken cancellationToken)
    {
        var (asOf, ask, page) = await ReadFirstAsync(time.GetUtcNow(), cancellationToken);
        var tally = new EchoTally(query, ask.Bound);
        tally.Add(page.Events);
        var order = await DetectOrderAsync(ask, page, cancellationToken);
        var total = await CountAsync(ask, page, cancellationToken);
        (_order, _bound, _total) = (order, ask.Bound, total);
        if (tally.IsIgnored || query.Search is not null || total is null || !CanBeIndexed(ask, page, total.Value))
            return new FeedOpening(asOf, Scan(), tally, IsOpenEnded: false);
        var below = await CountBelowAsync(page, order, cancellationToken);
        var listing = new SnapshotListing(order, query.Order, ask.Bound!.Value, plan.LocalLower, below, asOf - SettleTime, time);
        listing.Begin(ask, page with { TotalResults = total });
        return new FeedOpening(asOf, listing, tally, IsOpenEnded: ask.Bound != plan.Filter.OccurredAt);
    }

    /// <summary>The same list, read in order from its end: whatever was asked for meanwhile, it has the order, the bound and the total of the first answer.</summary>
    public ScannedListing Scan() => new(_order, query.Order, _bound, _total, scanPages, plan.Wanted, Matches);

    private bool Matches(CallEvent row) => EchoCheck.RowMatches(query, plan.Wanted, row) && (query.Search is not { } text || TextSearch.Matches(row, text));

    // A row without a time has no place in an order, and rows of one single time have none among each other.
    private bool CanBeIndexed(AnchoredAsk ask, CallEventPage page, int total) =>
        page.Events.All(row => row.OccurredAt is not null) && ServiceOrders.IsSorted(page) && (query.Range.Exactly is null || total <= ask.Page.Size);

    private async Task<(DateTimeOffset AsOf, AnchoredAsk Ask, CallEventPage Page)> ReadFirstAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ask = FirstAsk(now);
        var page = await readAsync(ask, cancellationToken);
        if (page.ServedAt is not { } servedAt || servedAt >= now - ClockTolerance)
            return (now, ask, page);
        ask = FirstAsk(servedAt);
        return (servedAt, ask, await readAsync(ask, cancellationToken));
    }

    private AnchoredAsk FirstAsk(DateTimeOffset asOf)
    {
        var pin = new TimeBound(TimeComparison.AtOrBefore, asOf);
        return SnapshotPlan.First(plan.Filter.OccurredAt is { } bound && (bound.Comparison is TimeComparison.Equal || bound.At < asOf) ? bound : pin);
    }

    private async Task<ServiceOrder> DetectOrderAsync(PageAsk ask, CallEventPage page, CancellationToken cancellationToken)
    {
        if (ServiceOrders.Of(page) is { } order)
            return order;
        if (page.Events.Count < ask.Page.Size || page.Events is not [{ OccurredAt: { } first }, ..])
            return ServiceOrder.Ascending;
        var second = await readAsync(ask with { Page = ask.Page with { Number = 2 } }, cancellationToken);
        return second.Events is [.., { OccurredAt: { } last }] && last < first ? ServiceOrder.Descending : ServiceOrder.Ascending;
    }

    /// <summary>The rows that the request's filter and bound match; null when the service does not tell.</summary>
    private async Task<int?> CountAsync(PageAsk ask, CallEventPage page, CancellationToken cancellationToken)
    {
        if (Totals.Of(page) is { } total)
            return total;
        if (page.Events.Count < ask.Page.Size)
            return page.Events.Count;
        return Totals.OfSmallest(await readAsync(new PageAsk(ask.Bound, PageRequest.Smallest), cancellationToken));
    }

    /// <summary>Counts the rows below the lower bound, as of the moment of the first page.</summary>
    private async Task<int> CountBelowAsync(CallEventPage first, ServiceOrder order, CancellationToken cancellationToken)
    {
        if (plan.BelowLower is not { } below || plan.Reach is not Reach.Whole)
            return 0;
        var counted = await readAsync(new PageAsk(below, new PageRequest(1, AlignmentRows)), cancellationToken);
        var rows = Totals.Of(counted) ?? (counted.Events.Count < AlignmentRows ? counted.Events.Count : 0);
        return rows + (order is ServiceOrder.Ascending ? ExpiredBetween(first, counted) : 0);
    }

    // Both answers begin at the end where rows expire: where the second one's first row stood in the first answer is how many left in between.
    private static int ExpiredBetween(CallEventPage first, CallEventPage second) =>
        second.Events is [var oldest, ..] ? Math.Max(0, first.Events.Take(AlignmentRows).ToList().FindIndex(row => row.Fingerprint == oldest.Fingerprint)) : 0;
}
