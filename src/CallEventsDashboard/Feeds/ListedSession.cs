using CallEventsDashboard.Feeds.Live;
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
        if (!Whole(feed, oldestRead)(group))
            return null;
        var rows = feed.Look(list => group.Places.Select(place => list is LiveListing live ? live.RowBelow(place) : list?.Row(place)).Reverse().ToList());
        if (rows.Contains(null))
            return null;
        // What came in late stands where its time says.
        var events = rows.OfType<CallEvent>().Concat(group.Arrived);
        if (group.Arrived.Count == 0)
            return new ListedSession([.. events], feed.Status.AsOf);
        // A poll may bring what happened just after it was sent.
        var (asOf, latest) = (feed.Status.AsOf, group.Latest);
        return new ListedSession([.. events.OrderBy(row => row.OccurredAt)], latest > asOf ? latest : asOf);
    }

    /// <summary>Tells whether what was read of a list, from its newest row on, has a session whole.</summary>
    /// <inheritdoc cref="TryCreate"/>
    internal static Func<SessionGroup, bool> Whole(CallEventFeed feed, DateTimeOffset? oldestRead)
    {
        if (feed.Query is not { IsOfAllEvents: true, Order: EventOrder.Newest, Range: { Upper: null, Exactly: null } } || feed.Status is not { Scan: null, Expired: 0, Missing: 0 })
            return _ => false;
        var late = feed.LateRows.Select(row => row.SessionId).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return group => group.BeginsWithItsLegs && group.Oldest - oldestRead >= Before && !late.Contains(group.SessionId);
    }
}
