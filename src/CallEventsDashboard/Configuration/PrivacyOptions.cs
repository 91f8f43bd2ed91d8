namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Privacy</c> of the configuration.</summary>
public sealed class PrivacyOptions : ISettings
{
    public static string Section => "Privacy";

    /// <summary>Whether numbers and texts are masked until somebody reveals them.</summary>
    public bool Default { get; set; }
}
