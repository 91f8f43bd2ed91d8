using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallEventsDashboard.Operations;

/// <summary>Without its key ring the app can store no key and keep nobody signed in: it is not ready then.</summary>
internal sealed class KeyRingHealth(IConfiguration configuration) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(KeyRing.Problem(configuration) is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy());
}
