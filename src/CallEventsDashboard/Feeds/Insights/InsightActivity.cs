namespace CallEventsDashboard.Feeds.Insights;

/// <summary>What is being asked.</summary>
public enum InsightActivity
{
    None,
    Counting,
    ReadingHangups,
    ReadingFailedWebhooks,
}
