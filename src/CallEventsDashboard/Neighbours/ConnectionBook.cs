using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>
/// The names of a key's connections and applications, and of its outbound voice profiles, as they were at one time. A list that was cut, or may not be read, lacks
/// some: an ID without a name says nothing.
/// </summary>
public sealed class ConnectionBook
{
    private readonly Dictionary<string, NamedConnection> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OutboundVoiceProfile> _profiles = new(StringComparer.Ordinal);

    internal ConnectionBook(IEnumerable<NamedConnection> connections, IEnumerable<OutboundVoiceProfile> profiles)
    {
        foreach (var connection in connections)
            _byId[connection.Id] = connection;
        foreach (var profile in profiles)
            _profiles[profile.Id] = profile;
    }

    public static ConnectionBook Empty { get; } = new([], []);

    /// <summary>How reading the connections ended; null while it was not begun, or goes on.</summary>
    public NeighbourState? State { get; init; }

    /// <summary>How reading the outbound voice profiles ended; null while it was not begun, or goes on.</summary>
    public NeighbourState? ProfileState { get; init; }

    /// <summary>When reading one of these lists failed last, and how; null where each was read since.</summary>
    public (DateTimeOffset At, NeighbourState State)? Failed { get; init; }

    /// <summary>Whether lists are being read now because somebody asked.</summary>
    public bool IsReading { get; init; }

    /// <summary>Whether Telnyx has more connections or applications than were read.</summary>
    public bool IsCut { get; init; }

    /// <summary>Called with an ID that is looked up and has no name, once the book was read; more than once.</summary>
    internal Action<NameQuestion> Missed { get; init; } = _ => { };

    /// <summary>By name.</summary>
    public IEnumerable<NamedConnection> All => _byId.Values.OrderBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>By name.</summary>
    public IEnumerable<OutboundVoiceProfile> Profiles => _profiles.Values.OrderBy(profile => profile.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The connection of an ID; null where it has no name, which is then looked for in the lists of applications.</summary>
    /// <param name="product">The product of the event that has the ID; null where that is not known.</param>
    /// <param name="wantsFacts">Whether more than the name is wanted: the list of its applications is then asked, too.</param>
    public NamedConnection? Find(string? id, string? product = null, bool wantsFacts = false)
    {
        if (id is null or "")
            return null;
        var known = Known(id);
        if (State is not null && (known is null || wantsFacts))
            Missed(new NameQuestion(id) { Product = product, WantsFacts = wantsFacts });
        return known;
    }

    /// <summary>The outbound voice profile of an ID; null where it has no name, which is then looked for.</summary>
    public OutboundVoiceProfile? FindProfile(string? id)
    {
        if (id is null or "")
            return null;
        if (_profiles.TryGetValue(id, out var profile))
            return profile;
        if (State is not null)
            Missed(new NameQuestion(id, IsProfile: true));
        return null;
    }

    /// <summary>Has the outbound voice profiles read, where that is due: somebody wants to choose one.</summary>
    public void WantProfiles() => Missed(NameQuestion.AllProfiles);

    /// <summary>The connection of an ID, without looking for it.</summary>
    internal NamedConnection? Known(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether a profile has a name.</summary>
    internal bool HasProfile(string id) => _profiles.ContainsKey(id);

    /// <summary>The same book with each entry as it may be seen.</summary>
    internal ConnectionBook Seen(Func<NamedConnection, NamedConnection> see, Func<OutboundVoiceProfile, OutboundVoiceProfile> seeProfile, Action<NameQuestion> missed) =>
        new(_byId.Values.Select(see), _profiles.Values.Select(seeProfile))
        {
            State = State,
            ProfileState = ProfileState,
            Failed = Failed,
            IsReading = IsReading,
            IsCut = IsCut,
            Missed = missed,
        };
}
