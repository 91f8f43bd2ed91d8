namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Sandbox</c>: the built-in sample account.</summary>
public sealed class SandboxAccountOptions : ISettings
{
    public static string Section => "Sandbox";

    /// <summary>Whether the sample account is offered; by default only in Development.</summary>
    public bool Enabled { get; set; }
}
