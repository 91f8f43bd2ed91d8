using CallEventsDashboard.Feeds;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>What an export costs, as far as it is known before it begins.</summary>
/// <param name="Rows">The events of the list; null in a scan that is not done, which has no number yet.</param>
/// <param name="Pages">The pages of 250 events that have to be read through; null while that is not known.</param>
/// <param name="Requests">How many requests to Telnyx that takes: fewer than pages where rows are in memory; null while it is not known.</param>
/// <param name="Duration">How long the key's allowance makes it take at least; null while it is not known.</param>
public sealed record ExportCost(int? Rows, int? Pages, int? Requests, TimeSpan? Duration)
{
    private const int PageSize = PageRequest.MaxSize;

    // What Telnyx is known to permit on its other lists, until an answer says.
    private const int AssumedLimit = 40;
    private const int AssumedKept = 10;
    private static readonly TimeSpan AssumedWindow = TimeSpan.FromMinutes(1);

    // The usual time of one answer, where the allowance does not slow it down.
    private static readonly TimeSpan PerRequest = TimeSpan.FromSeconds(0.4);

    /// <param name="unread">The rows that are not in memory.</param>
    public static ExportCost From(FeedStatus status, int unread)
    {
        ArgumentNullException.ThrowIfNull(status);
        if (status.Scan is { IsDone: false } scan)
        {
            int? left = scan.RowsInAll is { } all ? PagesOf(Math.Max(0, all - scan.RowsRead)) : null;
            return new ExportCost(null, scan.RowsInAll is { } rows ? PagesOf(rows) : null, left, left is { } requests ? DurationOf(requests, status) : null);
        }

        var pages = PagesOf(status.RowCount);
        var asked = PagesOf(unread);
        return status.Total is null ? new ExportCost(null, null, null, null) : new ExportCost(status.RowCount, pages, asked, DurationOf(asked, status));
    }

    /// <summary>How many pages so many rows fill.</summary>
    public static int PagesOf(int rows) => (rows + PageSize - 1) / PageSize;

    private static TimeSpan DurationOf(int requests, FeedStatus status)
    {
        var (left, limit, kept, window) = status.Allowance is { } known ? (known.Left, known.Limit, known.Kept, known.Window) : (AssumedLimit, AssumedLimit, AssumedKept, AssumedWindow);
        var atOnce = Math.Max(0, left - kept);
        var each = Math.Max(1, limit - kept);
        var windows = requests <= atOnce ? 0 : (requests - atOnce + each - 1) / each;
        var sending = requests * PerRequest;
        var waiting = windows * window;
        return sending > waiting ? sending : waiting;
    }
}
