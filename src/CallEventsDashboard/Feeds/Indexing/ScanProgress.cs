namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>How far a list is read whose filters the dashboard has to apply itself.</summary>
/// <param name="RowsRead">Rows that were read and compared.</param>
/// <param name="RowsInAll">Rows that the service says there are, or null.</param>
/// <param name="IsStopped">The budget of pages is spent; a person decides whether to go on.</param>
/// <param name="IsDone">Every row within reach was read.</param>
public sealed record ScanProgress(int RowsRead, int? RowsInAll, bool IsStopped, bool IsDone);
