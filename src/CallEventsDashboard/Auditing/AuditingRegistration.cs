using CallEventsDashboard.Authentication;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CallEventsDashboard.Auditing;

public static class AuditingRegistration
{
    /// <summary>The audit, and each circuit's <see cref="AuditLog"/>. Needs authentication, a clock and background work.</summary>
    /// <param name="options">Where it goes beside the log; null for nowhere.</param>
    public static IServiceCollection AddAuditing(this IServiceCollection services, AuditOptions? options = null)
    {
        services.AddSingleton<AuditTrail>().AddSingleton<AuditTally>().AddSingleton<ISignInJournal, SignInAudit>();
        services.AddScoped(provider => new AuditLog(provider.GetRequiredService<AuthenticationStateProvider>(), provider.GetRequiredService<AuditTrail>()));
        services.AddScoped<CircuitHandler, PageAudit>();
        if (options?.FilePath is { } path)
        {
            services.AddSingleton(provider => new AuditFile(path, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<AuditFile>>()));
            services.AddSingleton<IAuditSink>(provider => provider.GetRequiredService<AuditFile>()).AddHealthChecks().AddCheck<AuditFile>("audit file");
        }

        if (options?.Otlp is true)
            services.AddSingleton<IAuditSink>(provider => new AuditTelemetry(provider.GetRequiredService<IConfiguration>(), TelemetryOptions.Read(provider.GetRequiredService<IConfiguration>())));
        return services;
    }
}
