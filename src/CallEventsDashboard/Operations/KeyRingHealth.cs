using System.Security.Cryptography;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Operations;

/// <summary>
/// Without its key ring the app can store no key, keep nobody signed in and answer no page: it is not ready then, nor is it once it is stopping.
/// </summary>
internal sealed partial class KeyRingHealth(
    IOptions<KeyRingOptions> ring, IDataProtectionProvider protection, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<KeyRingHealth> logger) : IHealthCheck
{
    // Anybody may ask, and each look writes to the disk.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private long? _looked;
    private string? _problem;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problem = lifetime.ApplicationStopping.IsCancellationRequested ? "The app is stopping." : Problem();
        return Task.FromResult(problem is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(problem));
    }

    private string? Problem()
    {
        lock (_gate)
        {
            if (_looked is not { } looked || time.GetElapsedTime(looked) >= Fresh)
                (_problem, _looked) = (KeyRing.Problem(ring.Value) ?? ProtectionProblem(), time.GetTimestamp());
            return _problem;
        }
    }

    private string? ProtectionProblem()
    {
        var secret = RandomNumberGenerator.GetBytes(16);
        try
        {
            var protector = protection.CreateProtector(nameof(KeyRingHealth));
            return protector.Unprotect(protector.Protect(secret)).AsSpan().SequenceEqual(secret) ? null : "What the key ring protects can't be read back.";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The message may quote paths and values.
            WarnUnusable(logger, e.GetType().Name);
            return "The key ring protects nothing.";
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The key ring can't be used ({Reason})")]
    private static partial void WarnUnusable(ILogger logger, string reason);
}
