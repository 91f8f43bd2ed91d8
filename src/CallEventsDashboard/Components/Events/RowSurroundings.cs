using CallEventsDashboard.Feeds;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>What a row tells of the rows that stand loaded near to it.</summary>
/// <param name="Attempts">Which attempt of how many to deliver one webhook it is, and how they fared; null where that is not known, or nothing to say.</param>
/// <param name="From">Who called in its session, where the row itself names nobody; else null.</param>
/// <param name="To">Who was called in its session, likewise.</param>
public sealed record RowSurroundings(string? Attempts, string? From, string? To)
{
    // A command follows the webhooks of its call within seconds.
    private const int Nearby = 30;

    public static RowSurroundings None { get; } = new(null, null, null);

    /// <param name="see">Masks an event where numbers and texts are masked.</param>
    internal static RowSurroundings Find(CallEventFeed feed, int index, CallEvent row, Func<CallEvent, CallEvent> see)
    {
        var attempts = AttemptText.Near(feed, index, row, see);
        var named = NamesNobody(row) && row.SessionId is { Length: > 0 } ? Nearest(feed, index, row) : null;
        if (attempts is null && named is null)
            return None;
        var seen = named is null ? null : see(named);
        return new(attempts, seen?.From, seen?.To);
    }

    /// <summary>The nearest event of the session that names somebody; one of the same leg before one of another.</summary>
    private static CallEvent? Nearest(CallEventFeed feed, int index, CallEvent row)
    {
        CallEvent? ofSession = null;
        var end = feed.Status.RowCount;
        for (var distance = 1; distance <= Nearby; distance++)
        {
            foreach (var at in (ReadOnlySpan<int>)[index + distance, index - distance])
            {
                if (at < 0 || at >= end || feed.Row(at) is not { } other || NamesNobody(other) || !row.SessionId!.Equals(other.SessionId, StringComparison.OrdinalIgnoreCase))
                    continue;
                if (string.Equals(row.LegId, other.LegId, StringComparison.OrdinalIgnoreCase))
                    return other;
                ofSession ??= other;
            }
        }

        return ofSession;
    }

    private static bool NamesNobody(CallEvent row) => string.IsNullOrEmpty(row.From) && string.IsNullOrEmpty(row.To);
}
