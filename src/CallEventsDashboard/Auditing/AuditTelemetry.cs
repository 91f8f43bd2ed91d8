using CallEventsDashboard.Configuration;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace CallEventsDashboard.Auditing;

/// <summary>The audit as log records to the collector, by a way of its own: the section <c>Logging</c> has no say in it.</summary>
internal sealed partial class AuditTelemetry : IAuditSink, IDisposable
{
    private readonly ILoggerFactory _factory;
    private readonly ILogger _logger;

    /// <param name="configuration">Holds OpenTelemetry's own settings, which its exporter reads.</param>
    public AuditTelemetry(IConfiguration configuration, TelemetryOptions options)
    {
        _factory = LoggerFactory.Create(logging =>
        {
            logging.Services.AddSingleton(configuration);
            logging.AddOpenTelemetry(telemetry => telemetry
                .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(options.ServiceName ?? "call-events-dashboard"))
                .AddOtlpExporter());
        });
        _logger = _factory.CreateLogger(AuditLog.Category);
    }

    public void Write(AuditEntry entry) => Record(_logger, entry.Action, entry.User, entry.At, entry.Address, entry.Session, entry.Subject);

    // Sends what is left.
    public void Dispose() => _factory.Dispose();

    [LoggerMessage(EventId = 1, EventName = "Audit", Level = LogLevel.Information, Message = "{Action} by {User} at {At:O} from {Address} in {Session}: {Subject}")]
    private static partial void Record(ILogger logger, string action, string user, DateTimeOffset at, string address, string session, string subject);
}
