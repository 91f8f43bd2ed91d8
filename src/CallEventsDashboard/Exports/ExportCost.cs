using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Exports;

/// <summary>What an export costs, as far as it is known before it begins.</summary>
/// <param name="Rows">The events of the list; null in a scan that is not done, which has no number yet.</param>
/// <param name="Pages">The pages of 250 events that have to be read through; null while that is not known.</param>
/// <param name="Requests">How many requests to Telnyx that takes: fewer than pages where rows are in memory; null while it is not known.</param>
/// <param name="Duration">How long the key's allowance makes it take at least; null while it is not known.</param>
public sealed record ExportCost(int? Rows, int? Pages, int? Requests, TimeSpan? Duration)
{
    /// <param name="unread">The rows that are not in memory.</param>
    public static ExportCost From(FeedStatus status, int unread)
    {
        ArgumentNullException.ThrowIfNull(status);
        if (status.Scan is { IsDone: false } scan)
        {
            var left = scan.RowsInAll is { } all ? ReadingCost.From(Math.Max(0, all - scan.RowsRead), status) : null;
            return new ExportCost(null, scan.RowsInAll is { } rows ? ReadingCost.PagesOf(rows) : null, left?.Requests, left?.Duration);
        }

        var asked = ReadingCost.From(unread, status);
        return status.Total is null ? new ExportCost(null, null, null, null) : new ExportCost(status.RowCount, ReadingCost.PagesOf(status.RowCount), asked.Requests, asked.Duration);
    }
}
