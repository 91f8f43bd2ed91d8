namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>One leg of a call. A fax and a conference as a whole are legs too, of an empty <see cref="Id"/>: their records show none.</summary>
internal sealed class Leg
{
    private const long LongestCall = 4 * 3600 * Micros.Second;

    public required Guid Id { get; init; }

    public required Session Session { get; init; }

    public required Connection Connection { get; init; }

    public required string? From { get; init; }

    public required string? To { get; init; }

    public required bool Incoming { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Microseconds since 1970, as all times here.</summary>
    public required long StartedAt { get; init; }

    /// <summary>The conference or the fax that the leg belongs to.</summary>
    public Guid Subject { get; init; }

    /// <summary>The session that opened the conference, for the conference as a whole.</summary>
    public Guid CreatorSession { get; set; }

    /// <summary>The place in the table of legs; set once, when the rows are stored.</summary>
    public int Index { get; set; } = -1;

    public long EndedAt { get; set; } = long.MaxValue;

    /// <summary>When it ended; where no hang-up was recorded, when it is over all the same, as every part of the service has it.</summary>
    public long OverAt => EndedAt == long.MaxValue ? StartedAt + LongestCall : EndedAt;

    public string HangupCause { get; set; } = "normal_clearing";

    public string HangupSource { get; set; } = "caller";

    public string SipCode { get; set; } = "200";

    /// <summary>What the command that dialled it asked for: <c>disabled</c>, <c>detect</c> or <c>premium</c>.</summary>
    public string MachineDetection { get; set; } = "disabled";
}
