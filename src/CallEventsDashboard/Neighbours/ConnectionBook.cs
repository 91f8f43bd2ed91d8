using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>
/// The names of a key's connections and applications, and of its outbound voice profiles, as they were at one time. A list that was cut, or may not be read, lacks
/// some: an ID without a name says nothing.
/// </summary>
public sealed class ConnectionBook
{
    private readonly Dictionary<string, NamedConnection> _byId;
    private readonly Dictionary<string, OutboundVoiceProfile> _profiles;

    internal ConnectionBook(IEnumerable<NamedConnection> connections, IEnumerable<OutboundVoiceProfile> profiles, NeighbourState? state, DateTimeOffset? readAt)
    {
        (_byId, _profiles, State, ReadAt) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal), state, readAt);
        foreach (var connection in connections)
            _byId[connection.Id] = connection;
        foreach (var profile in profiles)
            _profiles[profile.Id] = profile;
    }

    public static ConnectionBook Empty { get; } = new([], [], state: null, readAt: null);

    /// <summary>How reading the connections ended; null while it was not begun, or goes on.</summary>
    public NeighbourState? State { get; }

    public DateTimeOffset? ReadAt { get; }

    /// <summary>Called with an ID that is looked up and has no name, once the book was read; more than once.</summary>
    internal Action<NameQuestion> Missed { get; init; } = _ => { };

    /// <summary>By name.</summary>
    public IEnumerable<NamedConnection> All => _byId.Values.OrderBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The connection of an ID; null where it has no name, which is then looked for in the other list.</summary>
    public NamedConnection? Find(string? id) => Find(_byId, id, isProfile: false);

    /// <summary>The outbound voice profile of an ID; null where it has no name, which is then looked for.</summary>
    public OutboundVoiceProfile? FindProfile(string? id) => Find(_profiles, id, isProfile: true);

    /// <summary>Whether an ID has a name.</summary>
    internal bool Has(NameQuestion question) => question.IsProfile ? _profiles.ContainsKey(question.Id) : _byId.ContainsKey(question.Id);

    /// <summary>The same book with each entry as it may be seen.</summary>
    internal ConnectionBook Seen(Func<NamedConnection, NamedConnection> see, Func<OutboundVoiceProfile, OutboundVoiceProfile> seeProfile, Action<NameQuestion> missed) =>
        new(_byId.Values.Select(see), _profiles.Values.Select(seeProfile), State, ReadAt) { Missed = missed };

    private T? Find<T>(Dictionary<string, T> entries, string? id, bool isProfile)
        where T : class
    {
        if (id is null or "")
            return null;
        if (entries.TryGetValue(id, out var entry))
            return entry;
        if (State is not null)
            Missed(new NameQuestion(id, isProfile));
        return null;
    }
}
