namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>The handles of one loaded row of the list.</summary>
public sealed record LoadedRow
{
    public long Index { get; init; }

    public string OccurredAt { get; init; } = "";

    public string Name { get; init; } = "";

    public string Type { get; init; } = "";

    public string LegId { get; init; } = "";

    public string SessionId { get; init; } = "";

    public string Fingerprint { get; init; } = "";

    public ApiRow AsSent => new(OccurredAt, Name, Type, LegId, SessionId);
}
