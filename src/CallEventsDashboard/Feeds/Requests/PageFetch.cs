using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>One page to read: the one time bound that goes with it, and its number and size.</summary>
public record PageFetch(TimeBound? Bound, PageRequest Page);

/// <summary>Which end of the answered list is the row that has a rank already.</summary>
internal enum AnchorSide
{
    /// <summary>The answer holds the anchor and what is older: <c>lte</c> its time.</summary>
    Newer,

    /// <summary>The answer holds the anchor and what is newer: <c>gte</c> its time.</summary>
    Older,

    /// <summary>The answer holds all rows of one time, to find the one that a cut between two pages lost.</summary>
    Tie,

    /// <summary>Only the total counts: rows from the anchor towards the newer end.</summary>
    Arrivals,

    /// <summary>The answer tells whether the service counts all rows.</summary>
    Depth,

    /// <summary>Only the total counts: rows from the anchor, which has settled, towards the older end.</summary>
    Settled,

    /// <summary>The answer crosses a gap where more rows came than there were ranks for: what is unknown in it is late.</summary>
    Gap,
}

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
