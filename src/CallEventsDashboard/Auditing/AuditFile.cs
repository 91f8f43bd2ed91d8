using System.Text.Json;
using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallEventsDashboard.Auditing;

/// <summary>
/// The audit as a file of JSON lines, opened for each line so that it can be moved away at any time. While it can't be written the app is not ready, and
/// the first line after that says how many are missing; the log has them.
/// </summary>
internal sealed partial class AuditFile(string path, TimeProvider time, ILogger<AuditFile> logger) : IAuditSink, IHealthCheck
{
    private readonly Lock _gate = new();
    private int _lost;

    public void Write(AuditEntry entry)
    {
        lock (_gate)
        {
            if (!TryResume() || !TryAdd(entry))
                _lost++;
        }
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_gate)
            return Task.FromResult(TryResume() && TryOpen() ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The audit file can't be written."));
    }

    private bool TryResume()
    {
        if (_lost == 0)
            return true;
        if (!TryAdd(new("audit-resumed", "nobody", time.GetUtcNow(), "-", "-", $"{_lost} lines are missing"), isQuiet: true))
            return false;
        _lost = 0;
        return true;
    }

    private bool TryOpen()
    {
        try
        {
            AuditRules.Open(path).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool TryAdd(AuditEntry entry, bool isQuiet = false)
    {
        try
        {
            using var file = AuditRules.Open(path);
            // In one piece, so that two instances do not mix their lines.
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, JsonSerializerOptions.Web), (byte)'\n']);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (!isQuiet)
                ReportLost(logger, e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A line of the audit could not be written to Audit:File ({Reason}); only the log has it.")]
    private static partial void ReportLost(ILogger logger, string reason);
}
