namespace CallEventsDashboard.SavedViews;

/// <summary>A list that was looked at.</summary>
/// <param name="IsSessions">Whether it was grouped by session.</param>
/// <param name="Query">As a link writes it, with its question mark.</param>
public sealed record RecentList(bool IsSessions, string Query);
