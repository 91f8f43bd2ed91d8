namespace CallEventsDashboard.Configuration;

internal sealed class TelemetryRules : OptionsRules<TelemetryOptions>
{
    // The address is not repeated: it may hold a password.
    protected override IEnumerable<string?> Problems(TelemetryOptions options) =>
    [
        string.IsNullOrWhiteSpace(options.Endpoint) || (Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? null
            : "OTEL_EXPORTER_OTLP_ENDPOINT is not a web address: give the collector's, such as http://127.0.0.1:4317, or leave it out.",
    ];
}
