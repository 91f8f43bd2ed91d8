using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Events grouped by their session. A session keeps its place.</summary>
/// <param name="order">Gives the sessions their places; null to have them where each is first met.</param>
internal sealed class SessionGroups(SessionOrdering? order = null)
{
    private readonly List<SessionGroup> _sessions = [];
    private readonly Dictionary<string, SessionGroup> _met = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

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

    public int? IndexOf(string sessionId) => _places.TryGetValue(sessionId, out var place) ? place : null;

    /// <param name="place">The row's index in the list.</param>
    public void Add(CallEvent row, int place)
    {
        if (row.SessionId is not { Length: > 0 } id)
        {
            Sessionless++;
        }
        else
        {
            if (!_met.TryGetValue(id, out var session))
            {
                _met[id] = session = new SessionGroup(id);
                if (order is null)
                    Place(session);
                else
                    order.Add(session);
            }

            session.Add(row, place);
        }

        foreach (var next in order?.TakeReadTo(row.OccurredAt) ?? [])
            Place(next);
    }

    /// <summary>Gives the sessions a place that have none, as the list was read to its end.</summary>
    public void Complete()
    {
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

    private void Place(SessionGroup session)
    {
        _places[session.SessionId] = _sessions.Count;
        _sessions.Add(session);
    }
}
