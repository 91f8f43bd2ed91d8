namespace CallEventsDashboard.Sessions;

/// <summary>A call: its legs, what went on on them, and why it ended.</summary>
public sealed record CallSession
{
    /// <summary>The session id that most records have; null when none has one.</summary>
    public string? SessionId { get; init; }

    /// <summary>By time, then by id.</summary>
    public required IReadOnlyList<Leg> Legs { get; init; }

    /// <summary>The events that name no leg; null when there are none.</summary>
    public Leg? Legless { get; init; }

    /// <summary>Every mark once, by time; those without a time are last.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>The time of the first event; null when no event has a time.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The time of the last event, which may be long after the end.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>When the last leg was hung up; null unless every leg was seen to end.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>How the call stands, where no hang-up of it was seen.</summary>
    public CallStatus Status { get; init; }

    /// <summary>From the first event until the session was read; null unless the call is under way.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>When the session was read, by the service's clock; null while that is not known.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>How much of the session was read.</summary>
    public SessionExtent Extent { get; init; }

    public IReadOnlyList<LinkedSession> Linked { get; init; } = [];

    public IReadOnlyList<SessionFlag> Flags { get; init; } = [];

    public required Outcome Outcome { get; init; }

    public required SessionTimings Timings { get; init; }

    /// <summary>One entry for each accepted command that the documentation promises an effect of, by time.</summary>
    public required IReadOnlyList<CommandEffects> Effects { get; init; }

    /// <summary>Every command that Telnyx refused, by time; none of them is among <see cref="Effects"/>.</summary>
    public required IReadOnlyList<Refusal> Refusals { get; init; }

    /// <summary>The legs, then the lane of events without one.</summary>
    public IEnumerable<Leg> Lanes => Legless is null ? Legs : Legs.Append(Legless);

    public int EventCount => Marks.Sum(mark => mark.Attempts.Count);
}
