namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>Audit</c>: where the lines about who did what go, beside the log.</summary>
public sealed class AuditOptions : ISettings
{
    public static string Section => "Audit";

    /// <summary>The path of a file that gets one line of JSON for each action; null for none.</summary>
    public string? File { get; set; }

    /// <summary>Whether each line is also sent to the collector of <see cref="TelemetryOptions.Endpoint"/>, as a log record.</summary>
    public bool Otlp { get; set; }

    /// <summary>The full path of <see cref="File"/>; null where none is set.</summary>
    /// <exception cref="ArgumentException">The text is no path; <see cref="AuditRules"/> say so first.</exception>
    public string? FilePath => File?.Trim() is { Length: > 0 } file ? Path.GetFullPath(file) : null;

    /// <summary>The readable settings of the section.</summary>
    public static AuditOptions Read(IConfiguration configuration) => new SettingsSection<AuditOptions>(configuration).Read();
}
