namespace CallEventsDashboard.SavedViews;

/// <summary>A session whose page was opened, or that was pinned.</summary>
/// <param name="Id">A UUID in canonical form.</param>
/// <param name="At">When.</param>
public sealed record SeenSession(string Id, DateTimeOffset At);
