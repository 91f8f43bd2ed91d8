using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>The result of the first answers: the instant of the list, the order of the service, its total, and so the way to list.</summary>
/// <param name="OpenedAt">When the first answer was asked for, by the service's clock.</param>
/// <param name="Plan">How the query is asked, by the service's clock.</param>
/// <param name="Total">The total of the first answer, which has the list's bound; null where it is of no use.</param>
/// <param name="IsOpenEnded">Whether the list ends at its instant, so that newer events may come; false where the query itself ends it.</param>
/// <param name="Scan">The same list, read in order from its end, given whether its total can't be relied on.</param>
internal sealed record FeedOpening(
    DateTimeOffset OpenedAt, Listing Listing, FilterVerification Verification, FilterPlan Plan, TimeBound? Bound, int? Total, bool IsOpenEnded, Func<bool, Listing> Scan)
{
    /// <summary>Whether a row belongs to the list, whenever it arrived.</summary>
    public required Func<CallEvent, bool> Belongs { get; init; }

    /// <summary>The order of the service, as the first answers showed it; null where the list is put together from others.</summary>
    public ServiceOrder? Order { get; init; }

    /// <summary>The filters of the requests for one page of each of its lists; null for those of the list itself.</summary>
    public IReadOnlyList<CallEventFilter?> Filters { get; init; } = [null];

    /// <summary>T0: when the newest end was read, or else the list was opened.</summary>
    public DateTimeOffset AsOf => Listing.ReadAt ?? OpenedAt;
}
