namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>The results of reading whole sessions: so many of them, those that were in view last.</summary>
internal sealed class KnownSessions(int kept)
{
    private readonly Dictionary<string, LinkedListNode<(string Id, SessionCompletion Completion)>> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<(string Id, SessionCompletion Completion)> _byUse = [];
    private readonly HashSet<string> _outdated = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _later = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, DateTimeOffset> _begunAt = new(StringComparer.OrdinalIgnoreCase);

    // A busy session of a live list that is filtered is not read at each poll.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public int Count => _known.Count;

    public SessionCompletion? this[string sessionId] => _known.TryGetValue(sessionId, out var node) ? node.Value.Completion : null;

    /// <summary>Whether a session has to be read: it is not known, or has events that came since.</summary>
    public bool IsWanted(string sessionId) => !_known.ContainsKey(sessionId) || _outdated.Contains(sessionId);

    /// <summary>Whether a session has events that came since it was read.</summary>
    public bool IsOutdated(string sessionId) => _outdated.Contains(sessionId) || _later.Contains(sessionId);

    /// <summary>Takes in that a session of a live list has events that came since, or could not be read again: it is read once that is due.</summary>
    public void OutdateLater(string sessionId) => _later.Add(sessionId);

    /// <summary>Has those read that are due: a minute after they were begun to be read last.</summary>
    /// <param name="liveAt">The instant that the list shows; null where it is not live.</param>
    /// <param name="isAtHand">Whether a session costs no request.</param>
    public void OutdateDue(DateTimeOffset? liveAt, Func<string, bool> isAtHand)
    {
        foreach (var id in _later.Where(id => isAtHand(id) || !(_begunAt.TryGetValue(id, out var begun) && liveAt - begun < Pause)).ToList())
        {
            _later.Remove(id);
            _outdated.Add(id);
        }
    }

    /// <summary>Takes in that a session is begun to be read.</summary>
    /// <returns>Whether it is read as of now: what others have read may be older than a list that is live.</returns>
    public bool Begin(string sessionId, DateTimeOffset? liveAt)
    {
        if (liveAt is { } at)
            _begunAt[sessionId] = at;
        return TryRenew(sessionId) || liveAt is not null;
    }

    public void Outdate(string sessionId) => _outdated.Add(sessionId);

    /// <summary>Takes in that a session is being read as of now.</summary>
    /// <returns>Whether it had events that came since it was read.</returns>
    public bool TryRenew(string sessionId) => _outdated.Remove(sessionId);

    /// <summary>Takes in that a session is in view.</summary>
    public void Touch(string sessionId)
    {
        if (!_known.TryGetValue(sessionId, out var node))
            return;
        _byUse.Remove(node);
        _byUse.AddFirst(node);
    }

    public void Keep(string sessionId, SessionCompletion completion)
    {
        Forget(sessionId);
        _known[sessionId] = _byUse.AddFirst((sessionId, completion));
        if (_known.Count > kept)
            Forget(_byUse.Last!.Value.Id);
    }

    public void Forget(string sessionId)
    {
        if (_known.Remove(sessionId, out var node))
            _byUse.Remove(node);
    }

    public void Forget(Func<SessionCompletion, bool> isUseless)
    {
        foreach (var (id, _) in _byUse.Where(known => isUseless(known.Completion)).ToList())
            Forget(id);
    }
}
