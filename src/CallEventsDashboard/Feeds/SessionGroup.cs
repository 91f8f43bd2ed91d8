using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>The facts that a list has of one session, from those of its events that are in the list: the others may lie outside its range or its filters.</summary>
public sealed class SessionGroup(string sessionId)
{
    private const string Beginning = "call.initiated";
    private const string End = "call.hangup";

    private readonly HashSet<string> _legs = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _begun = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ended = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>As the first event met spells it.</summary>
    public string SessionId { get; } = sessionId;

    /// <summary>The events of the session that are in the list, as far as it was read.</summary>
    public int Matches { get; private set; }

    /// <summary>The time of the oldest of them; null while none has a time.</summary>
    public DateTimeOffset? Oldest { get; private set; }

    /// <summary>The time of the newest of them; null while none has a time.</summary>
    public DateTimeOffset? Latest { get; private set; }

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string? Product { get; private set; }

    public int Legs => _legs.Count;

    /// <summary>Whether it has legs, and each was seen to begin.</summary>
    public bool BeginsWithItsLegs => _legs.Count > 0 && _begun.Count == _legs.Count;

    /// <summary>Whether it has a leg that was not seen to end.</summary>
    public bool HasOpenLeg => _ended.Count < _legs.Count;

    /// <summary>The positions of its events in the list, in the order of the list.</summary>
    internal List<int> Places { get; } = [];

    /// <summary>Those of its events that came into a live list, in no order: they have no lasting position.</summary>
    internal List<CallEvent> Arrived { get; } = [];

    /// <summary>By what it got its place in the list of sessions; null while it has none.</summary>
    internal DateTimeOffset? PlacedBy { get; set; }

    /// <param name="place">The row's lasting index in the list; null where it has none.</param>
    internal void Add(CallEvent row, int? place)
    {
        Matches++;
        if (place is { } index)
            Places.Add(index);
        else
            Arrived.Add(row);
        if (row.OccurredAt < (Oldest ?? DateTimeOffset.MaxValue))
            Oldest = row.OccurredAt;
        if (row.OccurredAt > (Latest ?? DateTimeOffset.MinValue))
            Latest = row.OccurredAt;
        From ??= row.From;
        To ??= row.To;
        Product ??= row.Product;
        if (row.LegId is not { Length: > 0 } leg)
            return;
        _legs.Add(leg);
        if (row.Name == Beginning)
            _begun.Add(leg);
        else if (row.Name == End)
            _ended.Add(leg);
    }

    internal void Clear()
    {
        Matches = 0;
        Places.Clear();
        Arrived.Clear();
    }
}
