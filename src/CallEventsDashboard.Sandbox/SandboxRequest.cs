namespace CallEventsDashboard.Sandbox;

/// <summary>A request, independent of how it came.</summary>
/// <param name="Path">With the leading slash, decoded.</param>
/// <param name="Query">As sent, with or without the question mark, still encoded.</param>
/// <param name="Authorization">The header as sent.</param>
public sealed record SandboxRequest(string Method, string Path, string Query, string? Authorization)
{
    public const string CallEventsPath = "/v2/call_events";

    /// <returns>Everything but the key.</returns>
    public override string ToString() => $"{Method} {Path}{Query}";
}
