namespace CallEventsDashboard.Sandbox;

/// <summary>One row as the account knows it, whether or not its record shows it: the truth to compare answers with.</summary>
public sealed record SandboxEvent
{
    public required DateTimeOffset OccurredAt { get; init; }

    public required string Name { get; init; }

    /// <summary><c>command</c>, <c>webhook</c> or <c>call_scripting_webhook</c>.</summary>
    public required string Type { get; init; }

    public required bool Failed { get; init; }

    /// <summary>From 1; several rows of one webhook differ in it.</summary>
    public required int Attempt { get; init; }

    public required string Product { get; init; }

    public required string ConnectionId { get; init; }

    public required string ApplicationName { get; init; }

    public required string OutboundVoiceProfileId { get; init; }

    /// <summary>Null for faxes and for a conference as a whole.</summary>
    public required Guid? LegId { get; init; }

    public required Guid? SessionId { get; init; }

    public required string? From { get; init; }

    public required string? To { get; init; }

    /// <summary>Of the session: <c>init</c>, <c>in_progress</c> or <c>completed</c>.</summary>
    public required string Status { get; init; }
}
