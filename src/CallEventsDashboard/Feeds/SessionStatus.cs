using CallEventsDashboard.Feeds.Indexing;

namespace CallEventsDashboard.Feeds;

/// <summary>Says of a list in the terms of its sessions what a page says of it: they are what it counts, and its reading is a scan.</summary>
internal static class SessionStatus
{
    /// <param name="status">That of the list of events.</param>
    /// <param name="isAtBudget">Whether the budget of pages is spent.</param>
    /// <param name="inserted">How many sessions have come into a live list.</param>
    public static FeedStatus From(FeedStatus status, SessionScan scan, SequentialReader reader, bool isAtBudget, int inserted)
    {
        var isOpen = status.Scan is not null || status.Total is not null;
        return status with
        {
            Coverage = status.Coverage is Coverage.Unreachable or Coverage.Failed || scan.IsDone || !isOpen ? status.Coverage
                : scan.IsStopped || status.Failure is not null ? Coverage.Partial
                : Coverage.Reading,
            Total = isOpen ? scan.Sessions.Count : null,
            RowCount = scan.Sessions.Count,
            Scan = isOpen && status.Coverage is not Coverage.Unreachable
                ? new ScanProgress(status.Scan?.RowsRead ?? reader.Next, status.Scan?.RowsInAll ?? status.Total, scan.IsStopped, scan.IsDone) { GoesOnByScrolling = !reader.IsScan && !isAtBudget }
                : null,
            Live = status.Live is { } live ? live with { Inserted = inserted } : null,
        };
    }
}
