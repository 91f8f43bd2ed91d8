using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>What the first answers told: the instant of the list, the order of the service, its total, and so the way to list.</summary>
/// <param name="First">The page that was read on the way, and how it was asked for.</param>
internal sealed record FeedOpening(DateTimeOffset AsOf, Listing Listing, EchoTally Tally, (PageAsk Ask, CallEventPage Page)? First);

/// <summary>Opens a list: at most four small steps, each an answer that the next one needs.</summary>
internal sealed class FeedOpener(CallEventQuery query, FilterPlan plan, int scanPages, Func<PageAsk, CancellationToken, Task<CallEventPage>> readAsync, TimeProvider time)
{
    // The header Date has whole seconds; a larger lead of our clock would let rows into the list that arrive after it was opened.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    public async Task<FeedOpening> OpenAsync(CancellationToken cancellationToken)
    {
        var (asOf, ask, page) = await ReadFirstAsync(time.GetUtcNow(), cancellationToken);
        var tally = new EchoTally(query, ask.Bound);
        tally.Add(page.Events);
        var order = await DetectOrderAsync(ask, page, cancellationToken);
        var total = await CountAsync(ask, page, cancellationToken);
        var listing = tally.IsIgnored || query.Search is not null || total is null
            ? Scan(order, ask.Bound, total)
            : await IndexAsync(order, ask.Bound, total.Value, cancellationToken);
        return new FeedOpening(asOf, listing, tally, listing is IndexedListing ? (ask, page) : null);
    }

    public ScannedListing Scan(ServiceOrder order, TimeBound? bound, int? total) =>
        new(order, query.Order, bound, total, scanPages, Matches, IsBeyondEnd);

    private bool Matches(CallEvent row) => EchoCheck.RowMatches(query, plan.Wanted, row) && (query.Search is not { } text || TextSearch.Matches(row, text));

    private bool IsBeyondEnd(CallEvent row) => row.OccurredAt is { } at
        && (query.Order is EventOrder.Newest ? at < plan.Wanted.From : at > plan.Wanted.To);

    private async Task<(DateTimeOffset AsOf, PageAsk Ask, CallEventPage Page)> ReadFirstAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ask = FirstAsk(now);
        var page = await readAsync(ask, cancellationToken);
        if (page.ServedAt is not { } servedAt || servedAt >= now - ClockTolerance)
            return (now, ask, page);
        ask = FirstAsk(servedAt);
        return (servedAt, ask, await readAsync(ask, cancellationToken));
    }

    private PageAsk FirstAsk(DateTimeOffset asOf)
    {
        var pin = new TimeBound(TimeComparison.AtOrBefore, asOf);
        return new PageAsk(plan.Filter.OccurredAt is { } bound && (bound.Comparison is TimeComparison.Equal || bound.At < asOf) ? bound : pin, new PageRequest(1, PageRequest.MaxSize));
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

        // Without a total, the number of pages of one row each is the total.
        var counting = await readAsync(ask with { Page = PageRequest.Smallest }, cancellationToken);
        return Totals.Of(counting) ?? (counting.TotalPages > 1 ? counting.TotalPages : null);
    }

    private async Task<Listing> IndexAsync(ServiceOrder order, TimeBound? bound, int serviceTotal, CancellationToken cancellationToken)
    {
        if (plan.LocalLower is not { } lower)
            return new IndexedListing(order, query.Order, bound, null, serviceTotal, serviceTotal);
        var below = new TimeBound(lower.Comparison is TimeComparison.After ? TimeComparison.AtOrBefore : TimeComparison.Before, lower.At);
        var page = await readAsync(new PageAsk(below, PageRequest.Smallest), cancellationToken);
        var total = Math.Max(0, serviceTotal - (Totals.Of(page) ?? page.TotalPages ?? 0));
        return new IndexedListing(order, query.Order, bound, lower, serviceTotal, total);
    }
}
