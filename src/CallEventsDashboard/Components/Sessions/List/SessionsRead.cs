using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>What the sessions of a list took, of those that this tab has read whole. It keeps no event and no key. One per circuit; used on its own turn only.</summary>
public sealed class SessionsRead
{
    private const int MostLists = 20;
    private const int MostSessions = 5000;

    private readonly List<((KeyIdentity Key, CallEventQuery List) Place, Dictionary<string, (CallFigures Figures, DateTimeOffset? LastSeen)> Sessions)> _lists = [];

    /// <summary>Takes a session in, once.</summary>
    /// <param name="list">The list that it was met in; its order does not matter.</param>
    public void Add(ApiKey key, CallEventQuery list, string sessionId, SessionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Figures is not { } figures)
            return;
        var place = PlaceOf(key, list);
        var index = _lists.FindIndex(known => known.Place == place);
        var entry = index < 0 ? (place, new(StringComparer.OrdinalIgnoreCase)) : _lists[index];
        if (index >= 0)
            _lists.RemoveAt(index);
        _lists.Add(entry);
        if (_lists.Count > MostLists)
            _lists.RemoveAt(0);
        if (entry.Sessions.Count < MostSessions || entry.Sessions.ContainsKey(sessionId))
            entry.Sessions[sessionId] = (figures, facts.LastSeen);
    }

    /// <summary>Those of a list that had an event in its range, as it is now.</summary>
    /// <param name="from">The start of the range.</param>
    public IReadOnlyList<CallFigures> Find(ApiKey key, CallEventQuery list, DateTimeOffset? from)
    {
        var place = PlaceOf(key, list);
        return [.. _lists.Where(known => known.Place == place).SelectMany(known => known.Sessions.Values).Where(session => !(session.LastSeen < from)).Select(session => session.Figures)];
    }

    private static (KeyIdentity Key, CallEventQuery List) PlaceOf(ApiKey key, CallEventQuery list) => (KeyIdentity.From(key), list.List with { Order = default });
}
