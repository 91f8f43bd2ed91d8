using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>All that is known of a list at one moment.</summary>
/// <param name="Plan">How the query is asked.</param>
/// <param name="Listing">Null before the list is open.</param>
/// <param name="AsOf">T0; null before the list is open.</param>
/// <param name="Writing">How the service takes bounds.</param>
/// <param name="HasBegunAnew">Whether the list could not be kept as it was opened, and is read from its beginning.</param>
/// <param name="Failure">Why the list is not read on.</param>
/// <param name="BesideFailure">An error in what is done beside reading, which goes on.</param>
internal sealed record SnapshotFacts(
    FilterPlan Plan,
    Listing? Listing,
    DateTimeOffset? AsOf,
    FilterVerification Verification,
    BoundWriting Writing,
    bool HasBegunAnew,
    FeedFailure? Failure,
    FeedFailure? BesideFailure,
    Arrivals Arrivals);
