namespace CallEventsDashboard.Sandbox;

/// <summary>What the program was started with.</summary>
internal sealed record SandboxStart(string Url, SandboxOptions Options, SandboxFaults Faults);
