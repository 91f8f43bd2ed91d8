namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>How far a list is read whose filters the dashboard has to apply itself.</summary>
/// <param name="RowsRead">Rows that were read and compared.</param>
/// <param name="RowsInAll">Rows that the service says there are, or null.</param>
/// <param name="IsStopped">It does not go on by itself: the budget of pages is spent, or the key's allowance is to be spared.</param>
/// <param name="IsDone">Every row within reach was read.</param>
public sealed record ScanProgress(int RowsRead, int? RowsInAll, bool IsStopped, bool IsDone)
{
    /// <summary>Whether a list that stopped goes on when it is scrolled to its end.</summary>
    public bool GoesOnByScrolling { get; init; }
}
