namespace CallEventsDashboard.Configuration;

/// <summary>Where traces and metrics are sent, by OpenTelemetry's own keys.</summary>
public sealed class TelemetryOptions : ISettings
{
    public static string Section => "";

    /// <summary>The collector's http or https address; null or empty where none are made.</summary>
    [ConfigurationKeyName("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public string? Endpoint { get; set; }

    [ConfigurationKeyName("OTEL_SERVICE_NAME")]
    public string? ServiceName { get; set; }

    /// <summary>The readable settings.</summary>
    public static TelemetryOptions Read(IConfiguration configuration) => new SettingsSection<TelemetryOptions>(configuration).Read();
}
