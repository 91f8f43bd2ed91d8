using CallEventsDashboard.Feeds.Live;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Makes the list that was opened one that goes on.</summary>
internal static class LiveOpening
{
    public static FeedOpening Create(FeedOpening opening, PageLimit limit, BoundWriting writing)
    {
        var scope = new LiveScope(
            opening.OpenedAt, opening.Plan.Wanted.From, opening.Filters, opening.Belongs, opening.Verification.CannotTell, row => FilterCatalogue.Failed.Check("true", row) is FilterMatch.Matches)
        {
            Limit = limit,
            Writing = writing,
        };
        var live = new LiveListing(opening.Listing, scope);
        return opening with { Listing = live, Scan = byTime => live.Above(opening.Scan(byTime)) };
    }
}
