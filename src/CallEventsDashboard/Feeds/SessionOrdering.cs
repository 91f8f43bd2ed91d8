using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// Gives the sessions of a list that is read from its newest event on their places by their start, newest first, and never takes one back: a session waits until
/// no session whose start is not read yet can have begun after it.
/// </summary>
/// <param name="isOfAllEvents">Whether the list leaves out no event of its range, so that the oldest of a session's events is the one that it began with.</param>
internal sealed class SessionOrdering(bool isOfAllEvents)
{
    // An id is made within this time of the first event, before or after it.
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(1);

    private readonly List<SessionGroup> _waiting = [];
    private DateTimeOffset? _readTo;

    /// <summary>Sessions that have no place yet: they began before what was read, or nothing read so far shows that they did not.</summary>
    public IReadOnlyList<SessionGroup> Waiting => _waiting;

    /// <summary>A session that was met for the first time.</summary>
    public void Add(SessionGroup session) => _waiting.Add(session);

    /// <summary>The sessions whose turn it is, in order, once the list was read down to a row of this time.</summary>
    /// <param name="time">Null for a row without one.</param>
    public IEnumerable<SessionGroup> TakeReadTo(DateTimeOffset? time)
    {
        _readTo = time ?? _readTo;
        return _waiting.Count == 0 || _readTo is not { } end ? [] : Take(session => IsReady(session, end));
    }

    /// <summary>All that wait, in order, as the list was read to its end.</summary>
    public IEnumerable<SessionGroup> TakeRest() => Take(_ => true);

    /// <summary>By what a session has its place. A list that lacks events does not show the first one: there the id says when the session began.</summary>
    public DateTimeOffset KeyOf(SessionGroup session) => (isOfAllEvents ? session.Oldest : BeginningOf(session) ?? session.Latest) ?? DateTimeOffset.MinValue;

    private List<SessionGroup> Take(Func<SessionGroup, bool> isReady)
    {
        var ready = _waiting.Where(isReady).OrderByDescending(KeyOf).ToList();
        if (ready.Count > 0)
            _waiting.RemoveAll(ready.Contains);
        return ready;
    }

    // What is not read yet began no later than the leeway after the end of what was read; a session that is not whole yet, another leeway after its id was made.
    private bool IsReady(SessionGroup session, DateTimeOffset end) =>
        BeginningOf(session) is { } beginning ? beginning - Leeway >= end && KeyOf(session) - Leeway - Leeway >= end : !isOfAllEvents;

    private DateTimeOffset? BeginningOf(SessionGroup session) => UuidTime.CreatedAt(session.SessionId) is { } created
        ? session.Oldest < created ? session.Oldest : created
        : isOfAllEvents && session.BeginsWithItsLegs ? session.Oldest : null;
}
