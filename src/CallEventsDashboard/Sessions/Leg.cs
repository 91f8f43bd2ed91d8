namespace CallEventsDashboard.Sessions;

/// <summary>One lane of the timeline: a leg of the call, or the events of the session that name no leg.</summary>
public sealed record Leg
{
    /// <summary>Empty for the lane of events without a leg.</summary>
    public required string LegId { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public LegDirection Direction { get; init; }

    /// <summary>How it came to be first, then whom it met; empty when no event says.</summary>
    public IReadOnlyList<LegRelation> Relations { get; init; } = [];

    /// <summary>By start.</summary>
    public IReadOnlyList<Phase> Phases { get; init; } = [];

    /// <summary>By time, up to and with the hang-up; marks without a time are last.</summary>
    public required IReadOnlyList<Mark> Marks { get; init; }

    /// <summary>Events after the hang-up: recordings, costs, late answers.</summary>
    public IReadOnlyList<Mark> AfterHangup { get; init; } = [];

    /// <summary>Null when no hang-up was seen: whether the leg is still up is then not known.</summary>
    public Hangup? Hangup { get; init; }

    public LegRelation? Relation => Relations.Count > 0 ? Relations[0] : null;

    public IEnumerable<Mark> AllMarks => Marks.Concat(AfterHangup);

    /// <summary>The time of the first event; null when none has a time.</summary>
    public DateTimeOffset? Start => Marks.Count > 0 ? Marks[0].At : null;

    public DateTimeOffset? End => Hangup?.Mark.At;

    public bool IsAnswered => Phases.Any(phase => phase.Kind is PhaseKind.Talk or PhaseKind.Hold);
}
