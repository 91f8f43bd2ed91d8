using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>A page whose rows are placed relative to a row that has a rank.</summary>
/// <param name="AnchorRank">The anchor's rank; for a tie, the empty rank that it is to fill.</param>
/// <param name="FromRank">The newest rank that the page is expected to hold.</param>
/// <param name="ToRank">The oldest rank that the page is expected to hold.</param>
internal sealed record AnchoredFetch(TimeBound? Bound, PageRequest Page, AnchorSide Side, int AnchorRank, int FromRank, int ToRank) : PageFetch(Bound, Page)
{
    /// <summary>A rank that has a row, and that the page must show behind the ones it is for: they are placed from there, as much that is unread lies between the anchor and the page.</summary>
    public int? JoinRank { get; init; }

    /// <summary>The time that a tie is of, other rows of whose answer are passed over, or that a gap begins at.</summary>
    public DateTimeOffset? Instant { get; init; }
}
