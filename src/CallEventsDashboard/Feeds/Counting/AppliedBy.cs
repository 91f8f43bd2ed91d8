namespace CallEventsDashboard.Feeds.Counting;

/// <summary>The side that applied a filter, judged by the rows that were read.</summary>
public enum AppliedBy
{
    Pending,
    Api,
    Dashboard,
    Unverified,
}
