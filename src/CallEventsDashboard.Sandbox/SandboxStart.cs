namespace CallEventsDashboard.Sandbox;

/// <summary>The settings that the program was started with.</summary>
internal sealed record SandboxStart(string Url, SandboxOptions Options, SandboxFaults Faults);
