namespace CallEventsDashboard.Sandbox;

/// <summary>One request that was answered.</summary>
/// <param name="At">When it came; its answer begins after the latency in force.</param>
/// <param name="Query">As sent, still encoded.</param>
/// <param name="Status">Of the answer; that of the answer meant, where none arrived.</param>
public sealed record SandboxServed(DateTimeOffset At, string Method, string Path, string Query, int Status);
