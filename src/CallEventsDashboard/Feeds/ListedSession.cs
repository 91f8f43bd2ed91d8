using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>A session that a list of all events has from its beginning on, so that no request of its own is needed to read it.</summary>
/// <param name="Events">Oldest first.</param>
/// <param name="AsOf">T0 of the list.</param>
public sealed record ListedSession(IReadOnlyList<CallEvent> Events, DateTimeOffset? AsOf)
{
    // An event of a session may stand before the first of its legs; behind so much of the list without any, there is none.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(2);

    /// <summary>The session where what was read of a list, from its newest row on, has it whole; else null.</summary>
    /// <param name="oldestRead">The time of the last row that was read.</param>
    internal static ListedSession? TryCreate(SessionGroup group, CallEventFeed feed, DateTimeOffset? oldestRead)
    {
        var status = feed.Status;
        if (feed.Query is not { IsOfAllEvents: true, Order: EventOrder.Newest, Range: { Upper: null, Exactly: null } } || status is not { Scan: null, Expired: 0, Missing: 0 } || !(group.Oldest - oldestRead >= Before) || IsLate(group, feed))
            return null;
        var rows = group.Places.Select(feed.Row).Reverse().ToList();
        if (rows.Contains(null))
            return null;
        var events = rows.OfType<CallEvent>().ToList();
        return group.BeginsWithItsLegs ? new ListedSession(events, status.AsOf) : null;
    }

    private static bool IsLate(SessionGroup group, CallEventFeed feed) =>
        feed.LateRows.Any(row => string.Equals(row.SessionId, group.SessionId, StringComparison.OrdinalIgnoreCase));
}
