namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>The results of reading whole sessions: so many of them, those that were in view last.</summary>
internal sealed class KnownSessions(int kept)
{
    private readonly Dictionary<string, LinkedListNode<(string Id, SessionCompletion Completion)>> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkedList<(string Id, SessionCompletion Completion)> _byUse = [];
    private readonly HashSet<string> _outdated = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _known.Count;

    public SessionCompletion? this[string sessionId] => _known.TryGetValue(sessionId, out var node) ? node.Value.Completion : null;

    /// <summary>Whether a session has to be read: it is not known, or has events that came since.</summary>
    public bool IsWanted(string sessionId) => !_known.ContainsKey(sessionId) || IsOutdated(sessionId);

    /// <summary>Whether a session has events that came since it was read.</summary>
    public bool IsOutdated(string sessionId) => _outdated.Contains(sessionId);

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
