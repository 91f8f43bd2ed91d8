using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Scanning;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Opens the list of a party's events: those from it and those to it, for which Telnyx has a filter each, and none for both.</summary>
internal sealed class PartyOpener(
    CallEventQuery query, int scanPages, PageLimit limit, BoundWriting writing, Func<PageFetch, CancellationToken, Task<CallEventPage>> sendAsync, ServiceClock clock)
{
    public async Task<FeedOpening> OpenAsync(CancellationToken cancellationToken)
    {
        var (from, opening) = await OpenAsync(FilterCatalogue.From, clock.Now, null, cancellationToken);
        List<MergedPart> parts = [from];
        // Beside both filters for the same party, one side is the other.
        if (FilterOf(FilterCatalogue.To, opening.OpenedAt) != from.Filter)
            parts.Add((await OpenAsync(FilterCatalogue.To, opening.OpenedAt, opening.Verification, cancellationToken)).Part);
        var listing = new MergedListing(query.Order, parts, opening.Verification.CannotTell);
        listing.Merge();
        return opening with { Listing = listing, Total = null, Scan = _ => listing, Filters = [.. parts.Select(part => part.Filter)] };
    }

    private async Task<(MergedPart Part, FeedOpening Opening)> OpenAsync(FilterParameter side, DateTimeOffset asOf, FilterVerification? verification, CancellationToken cancellationToken)
    {
        var (plan, filter) = (PlanOf(side, asOf), FilterOf(side, asOf));
        var opener = new FeedOpener(query, plan, scanPages, limit, writing, (fetch, wanted) => sendAsync(fetch with { Filter = filter }, wanted), clock)
        {
            AsOf = asOf,
            Verification = verification,
        };
        var opening = await opener.OpenAsync(cancellationToken);
        return (new MergedPart(filter, (ScannedListing)opening.Listing), opening);
    }

    private FilterPlan PlanOf(FilterParameter side, DateTimeOffset asOf) => FilterPlan.For(side.With(query, query.Party), asOf);

    private CallEventFilter FilterOf(FilterParameter side, DateTimeOffset asOf) => PlanOf(side, asOf).Filter with { OccurredAt = null };
}
