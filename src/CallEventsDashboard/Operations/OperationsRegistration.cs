using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CallEventsDashboard.Operations;

public static class OperationsRegistration
{
    /// <summary>
    /// Where the framework writes, at Debug or Trace, whole addresses or what a browser sent: a link may hold a phone number, and what is typed may
    /// be an API key. By their full names, so that a wider setting of the operator's does not bring them back.
    /// </summary>
    private static readonly string[] NoisyCategories =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing.Matching.DfaMatcher",
        "Microsoft.AspNetCore.Components.Server.Circuits.RemoteNavigationManager",
        "Microsoft.AspNetCore.Components.Server.Circuits.RemoteNavigationInterception",
        "Microsoft.AspNetCore.Components.Routing.Router",
        "Microsoft.AspNetCore.Components.Server.Circuits.CircuitHost",
        "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher",
    ];

    /// <summary>
    /// Where the framework writes an exception with its message, which may quote the same, or a path; the page of the error has it in
    /// <see cref="ErrorLog"/>, and <see cref="KeyRingHealth"/> says that the key ring can't be used.
    /// </summary>
    private static readonly string[] Reporters =
    [
        "Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware",
        "Microsoft.AspNetCore.DataProtection.KeyManagement.KeyRingProvider",
    ];

    /// <summary>Health, logs and telemetry.</summary>
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        foreach (var category in NoisyCategories)
            builder.Logging.AddFilter(category, LogLevel.Warning);
        foreach (var category in Reporters)
            builder.Logging.AddFilter(category, LogLevel.None);
        if (LogOptions.WantsJson(builder.Configuration, builder.Environment))
            builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        TemporaryFolder.Settle(KeyRingOptions.Read(builder.Configuration).Folder);
        builder.Services.AddSingleton<KeyRingHealth>().AddHealthChecks().AddCheck<KeyRingHealth>("key ring");
        builder.Services.AddTelemetry(TelemetryOptions.Read(builder.Configuration));
        builder.Services.AddBackgroundWork().AddHostedService<UnobservedTaskLogger>();
    }

    /// <summary>Background work whose errors are written down and shown. Needs logging.</summary>
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services) => services.AddSingleton<ErrorLog>().AddSingleton<BackgroundWork>();

    /// <summary><c>/healthz</c>: the process answers; <c>/readyz</c>: it has what it needs. Both say one word and nothing of why.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/readyz").AllowAnonymous();
    }
}
