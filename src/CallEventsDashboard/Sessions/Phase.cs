namespace CallEventsDashboard.Sessions;

/// <summary>A stretch of a leg between two events.</summary>
public sealed record Phase
{
    public required PhaseKind Kind { get; init; }

    public required Mark StartEvent { get; init; }

    /// <summary>Null when no end was seen: the phase is open.</summary>
    public Mark? EndEvent { get; init; }

    /// <summary>No event of its own says that it began: ringing, and the detection of a machine.</summary>
    public bool IsDerived { get; init; }

    public DateTimeOffset Start => StartEvent.At ?? DateTimeOffset.MinValue;

    public DateTimeOffset? End => EndEvent?.At;

    public TimeSpan? Duration => End - Start;

    /// <summary>It had no end of its own: a leg was hung up, and so it was over.</summary>
    public bool EndedByHangup => EndEvent?.Key == EventKeys.HungUp;

    /// <summary>Whether it was on at an instant; the start is inclusive, the end exclusive.</summary>
    public bool Covers(DateTimeOffset at) => Start <= at && !(End <= at);
}
