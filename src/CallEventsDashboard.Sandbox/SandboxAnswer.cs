namespace CallEventsDashboard.Sandbox;

/// <summary>An answer, independent of how it goes.</summary>
public sealed record SandboxAnswer
{
    public required int Status { get; init; }

    /// <summary>Without <c>Content-Type</c> and <c>Content-Length</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public string ContentType { get; init; } = "application/json; charset=utf-8";

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>How long to wait before the answer begins.</summary>
    public TimeSpan Delay { get; init; }

    public Delivery Delivery { get; init; }
}
