using CallEventsDashboard.Feeds.Live;

namespace CallEventsDashboard.Feeds;

/// <summary>What came into a live list, in the terms of its sessions.</summary>
internal sealed class SessionArrivals
{
    private readonly HashSet<string> _changed = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<string> _last = new(StringComparer.OrdinalIgnoreCase);
    private (string SessionId, int Count)? _gap;
    private int _taken;

    /// <summary>How many sessions have got a place among the others.</summary>
    public int Inserted { get; private set; }

    /// <summary>Whether a session got events with the last poll that brought any.</summary>
    public bool IsNew(string sessionId) => _last.Contains(sessionId);

    /// <summary>How many sessions above this one began while the list was paused; null where none did.</summary>
    public int? GapAbove(string sessionId) => _gap is { } gap && gap.SessionId.Equals(sessionId, StringComparison.OrdinalIgnoreCase) ? gap.Count : null;

    /// <summary>The sessions that got events since this was asked last.</summary>
    public IReadOnlyCollection<string> TakeChanged()
    {
        string[] changed = [.. _changed];
        _changed.Clear();
        return changed;
    }

    /// <summary>Takes in the rows that came in since, of which the reader gives none any more.</summary>
    public void Take(LiveNews news, SequentialReader reader, SessionGroups groups)
    {
        if (news.Arrivals.Count == _taken)
            return;
        var (top, wereHeld) = (groups.Sessions.Count > 0 ? groups.Sessions[0] : null, false);
        var came = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (; _taken < news.Arrivals.Count; _taken++)
        {
            var arrival = news.Arrivals[_taken];
            if (arrival.Row.SessionId is { Length: > 0 } changed)
                _changed.Add(changed);
            if (!reader.TryPass(arrival.Index))
                continue;
            Inserted += groups.AddArrival(arrival.Row);
            wereHeld |= arrival.WasHeld;
            if (arrival.Row.SessionId is { Length: > 0 } id)
                came.Add(id);
        }

        _last = came;
        if (wereHeld && top is not null && groups.IndexOf(top.SessionId) is { } above and > 0)
            _gap = (top.SessionId, above);
    }
}
