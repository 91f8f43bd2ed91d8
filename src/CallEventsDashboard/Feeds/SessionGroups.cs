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

    public void Add(CallEvent row)
    {
        if (row.SessionId is not { Length: > 0 } id)
        {
            Sessionless++;
            return;
        }

        if (!_places.TryGetValue(id, out var place))
        {
            _places[id] = place = _sessions.Count;
            _sessions.Add(new SessionGroup(id));
        }

        _sessions[place].Add(row);
    }

    /// <summary>Forgets what was counted, but not which session stands where.</summary>
    public void Recount()
    {
        Sessionless = 0;
        _sessions.ForEach(session => session.Clear());
    }
}
