using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Events grouped by their session. A session keeps its place, unless others come into a live list before it.</summary>
/// <param name="order">Gives the sessions their places; null to have them where each is first met.</param>
internal sealed class SessionGroups(SessionOrdering? order = null)
{
    private readonly List<SessionGroup> _sessions = [];
    private readonly Dictionary<string, SessionGroup> _met = new(StringComparer.OrdinalIgnoreCase);
    private bool _isWhole;

    public IReadOnlyList<SessionGroup> Sessions => _sessions;

    /// <summary>Sessions that were met and have no place yet.</summary>
    public IReadOnlyList<SessionGroup> Waiting => order?.Waiting ?? [];

    /// <summary>Events that name no session.</summary>
    public int Sessionless { get; private set; }

    public static SessionGroups For(CallEventQuery query) => new(OrderOf(query) is SessionOrder.NewestStart ? new SessionOrdering(query.IsOfAllEvents) : null);

    public static SessionOrder OrderOf(CallEventQuery query) => query switch
    {
        { ApplicationSessionId: not null } or { LegId: not null } => SessionOrder.Single,
        { Order: EventOrder.Newest } => SessionOrder.NewestStart,
        { IsOfAllEvents: true } => SessionOrder.OldestStart,
        _ => SessionOrder.FirstMatch,
    };

    /// <summary>The session of an id; null while it has no place.</summary>
    public SessionGroup? Find(string sessionId) => _met.TryGetValue(sessionId, out var session) && session.PlacedBy is not null ? session : null;

    public int? IndexOf(string sessionId) => Find(sessionId) is { } session ? _sessions.IndexOf(session) : null;

    /// <param name="place">The row's lasting index in the list; null where it has none.</param>
    public void Add(CallEvent row, int? place)
    {
        Meet(row)?.Add(row, place);
        foreach (var next in order?.TakeReadTo(row.OccurredAt) ?? [])
            Place(next);
    }

    /// <summary>Takes in a row that came into a live list among those that were read before: its session has its place by its start, above others.</summary>
    /// <returns>How many sessions have got a place by it.</returns>
    public int AddArrival(CallEvent row)
    {
        var before = _sessions.Count;
        var session = Meet(row);
        session?.Add(row, place: null);
        if (order is null)
            return _sessions.Count - before;
        // What came in late may show that it began earlier.
        if (session is { PlacedBy: { } placedBy } && order.KeyOf(session) < placedBy)
        {
            _sessions.Remove(session);
            PlaceByStart(session);
        }

        foreach (var next in _isWhole ? order.TakeRest() : order.TakeReadTo(null))
            PlaceByStart(next);
        return _sessions.Count - before;
    }

    /// <summary>Gives the sessions a place that have none, as the list was read to its end.</summary>
    public void Complete()
    {
        _isWhole = true;
        foreach (var session in order?.TakeRest() ?? [])
            Place(session);
    }

    /// <summary>Forgets the counts, but not the order of the sessions.</summary>
    public void Recount()
    {
        Sessionless = 0;
        foreach (var session in _met.Values)
            session.Clear();
    }

    /// <returns>The session of a row; null where it names none.</returns>
    private SessionGroup? Meet(CallEvent row)
    {
        if (row.SessionId is not { Length: > 0 } id)
        {
            Sessionless++;
            return null;
        }

        if (_met.TryGetValue(id, out var session))
            return session;
        _met[id] = session = new SessionGroup(id);
        if (order is null)
            Place(session);
        else
            order.Add(session);
        return session;
    }

    private void Place(SessionGroup session)
    {
        session.PlacedBy = order?.KeyOf(session) ?? DateTimeOffset.MinValue;
        _sessions.Add(session);
    }

    private void PlaceByStart(SessionGroup session)
    {
        var key = order!.KeyOf(session);
        session.PlacedBy = key;
        var index = _sessions.FindIndex(other => other.PlacedBy <= key);
        _sessions.Insert(index < 0 ? _sessions.Count : index, session);
    }
}
