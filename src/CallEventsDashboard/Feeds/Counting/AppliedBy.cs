namespace CallEventsDashboard.Feeds.Counting;

/// <summary>Who applied a filter, judged by the rows that were read.</summary>
public enum AppliedBy
{
    Pending,
    Api,
    Dashboard,
    Unverified,
}
