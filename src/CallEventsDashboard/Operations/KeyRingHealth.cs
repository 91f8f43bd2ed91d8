using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Operations;

/// <summary>Without its key ring the app can store no key and keep nobody signed in: it is not ready then.</summary>
internal sealed class KeyRingHealth(IOptions<KeyRingOptions> ring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(KeyRing.Problem(ring.Value) is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy());
}
