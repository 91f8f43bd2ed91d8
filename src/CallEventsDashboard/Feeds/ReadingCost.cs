using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>What it takes to read so many events, page by page.</summary>
/// <param name="Requests">How many requests to Telnyx.</param>
/// <param name="Duration">How long the key's allowance makes it take at least.</param>
public sealed record ReadingCost(int Requests, TimeSpan Duration)
{
    private const int PageSize = PageRequest.MaxSize;

    // What Telnyx is known to permit on its other lists, until an answer says.
    private const int AssumedLimit = 40;
    private const int AssumedKept = 10;
    private static readonly TimeSpan AssumedWindow = TimeSpan.FromMinutes(1);

    // The usual time of one answer, where the allowance does not slow it down.
    private static readonly TimeSpan PerRequest = TimeSpan.FromSeconds(0.4);

    /// <param name="rows">The events to read.</param>
    /// <param name="status">That of a list of the key, which says what is left of its allowance.</param>
    public static ReadingCost From(int rows, FeedStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new ReadingCost(PagesOf(rows), DurationOf(PagesOf(rows), status));
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
