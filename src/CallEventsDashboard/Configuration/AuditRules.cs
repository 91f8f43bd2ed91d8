namespace CallEventsDashboard.Configuration;

internal sealed class AuditRules(IConfiguration configuration) : OptionsRules<AuditOptions>
{
    private static string Section => AuditOptions.Section;

    protected override IEnumerable<string?> Problems(AuditOptions options) =>
    [
        FileProblem(options),
        options.Otlp && string.IsNullOrWhiteSpace(TelemetryOptions.Read(configuration).Endpoint)
            ? $"{Section}:{nameof(options.Otlp)} is true, but no collector is named: set OTEL_EXPORTER_OTLP_ENDPOINT to its address, or leave {Section}:{nameof(options.Otlp)} out."
            : null,
    ];

    private static string? FileProblem(AuditOptions options)
    {
        try
        {
            if (options.FilePath is { } path)
                Open(path).Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return $"{Section}:{nameof(options.File)}: the file {SettingText.Show(options.File)} can't be written to: give a path in a folder that exists and that the user who runs the app may write to.";
        }
    }

    /// <summary>Opens the file to add to it; a new one is for its user alone.</summary>
    /// <exception cref="IOException">It can't be opened, like <see cref="UnauthorizedAccessException"/>.</exception>
    internal static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
