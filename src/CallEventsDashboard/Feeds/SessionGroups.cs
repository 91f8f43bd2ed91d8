using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Events grouped by their session, in the order in which each session is first met. A session keeps its place.</summary>
internal sealed class SessionGroups
{
    private readonly List<SessionGroup> _sessions = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<SessionGroup> Sessions => _sessions;

    /// <summary>Events that name no session.</summary>
    public int Sessionless { get; private set; }

    public int? IndexOf(string sessionId) => _places.TryGetValue(sessionId, out var place) ? place : null;

    /// <param name="place">The row's index in the list.</param>
    public void Add(CallEvent row, int place)
    {
        if (row.SessionId is not { Length: > 0 } id)
        {
            Sessionless++;
            return;
        }

        if (!_places.TryGetValue(id, out var known))
        {
            _places[id] = known = _sessions.Count;
            _sessions.Add(new SessionGroup(id));
        }

        _sessions[known].Add(row, place);
    }

    /// <summary>Forgets what was counted, but not which session stands where.</summary>
    public void Recount()
    {
        Sessionless = 0;
        _sessions.ForEach(session => session.Clear());
    }
}
