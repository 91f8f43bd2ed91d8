using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>The names of a key's connections and applications, as they were at one time. A list that was cut, or may not be read, lacks some: an ID without a name says nothing.</summary>
public sealed class ConnectionBook
{
    private readonly Dictionary<string, NamedConnection> _byId;
    private readonly Action<string>? _missed;

    internal ConnectionBook(IEnumerable<NamedConnection> connections, NeighbourState? state, DateTimeOffset? readAt, Action<string>? missed = null)
    {
        (_byId, State, ReadAt, _missed) = (new(StringComparer.Ordinal), state, readAt, missed);
        foreach (var connection in connections)
            _byId[connection.Id] = connection;
    }

    public static ConnectionBook Empty { get; } = new([], state: null, readAt: null);

    /// <summary>How reading ended; null while it was not begun, or goes on.</summary>
    public NeighbourState? State { get; }

    public DateTimeOffset? ReadAt { get; }

    /// <summary>By name.</summary>
    public IEnumerable<NamedConnection> All => _byId.Values.OrderBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The connection of an ID; null where it has no name, which is then looked for in the other list.</summary>
    public NamedConnection? Find(string? id)
    {
        if (id is null or "")
            return null;
        if (_byId.TryGetValue(id, out var connection))
            return connection;
        if (State is not null)
            _missed?.Invoke(id);
        return null;
    }

    /// <summary>Whether an ID has a name.</summary>
    public bool Has(string? id) => id is not null && _byId.ContainsKey(id);

    /// <summary>The same book with each entry as it may be seen.</summary>
    /// <param name="missed">Called with an ID that is looked up and has no name, once the book was read; more than once.</param>
    public ConnectionBook Seen(Func<NamedConnection, NamedConnection> see, Action<string> missed) => new(_byId.Values.Select(see), State, ReadAt, missed);
}
