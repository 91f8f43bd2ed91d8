using CallEventsDashboard.Configuration;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CallEventsDashboard.Operations;

/// <summary>Traces and metrics through OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Endpoint))
            return;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(options.ServiceName ?? "call-events-dashboard"))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(options => options.Filter = context => context.Request.Path.Value is not ("/healthz" or "/readyz"))
                .AddHttpClientInstrumentation()
                .AddProcessor(new QueryStringRedactor())
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(
                    DashboardMetrics.Name,
                    "Microsoft.AspNetCore.Components",
                    "Microsoft.AspNetCore.Components.Server.Circuits",
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Http.Connections",
                    "Microsoft.AspNetCore.RateLimiting",
                    "Microsoft.AspNetCore.Server.Kestrel",
                    "System.Net.Http",
                    "System.Runtime")
                .AddOtlpExporter());
    }
}
