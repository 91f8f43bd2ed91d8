namespace CallEventsDashboard.Feeds.Requests;

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

    /// <summary>The answer shows whether the service counts all rows.</summary>
    Depth,

    /// <summary>Only the total counts: rows from the anchor, which has settled, towards the older end.</summary>
    Settled,

    /// <summary>The answer crosses a gap where more rows came than there were ranks for: what is unknown in it is late.</summary>
    Gap,
}
