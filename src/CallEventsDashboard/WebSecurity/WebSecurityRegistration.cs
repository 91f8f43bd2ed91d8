using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.WebSecurity;

public static class WebSecurityRegistration
{
    // A sign-in that a provider posts is the largest request; the hub's own limit is below.
    private const int MaxBodyBytes = 256 * 1024;
    private const int MaxMessageBytes = 32 * 1024;

    // The page says of a value of a link that it is too long, and the first message of its circuit carries the whole link.
    private const int MaxRequestLineBytes = 24 * 1024;

    // Containers are killed ten seconds after the signal to stop. This replaces the framework's default; what an operator sets is kept.
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(4);

    /// <summary>The headers of every response, the proxies that are trusted with the address of a visitor, and the limits on the size, number and rate of requests.</summary>
    public static void AddWebSecurity(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        });
        var services = builder.Services;
        services.AddOptions<HubOptions>().Configure<BackgroundWork, TimeProvider>((hub, work, time) =>
        {
            hub.MaximumReceiveMessageSize = MaxMessageBytes;
            hub.HandshakeTimeout = UnusedConnectionFilter.Patience;
            hub.AddFilter(new UnusedConnectionFilter(work, time));
        });
        services.PostConfigure<HostOptions>(host => host.ShutdownTimeout = host.ShutdownTimeout == new HostOptions().ShutdownTimeout ? ShutdownLimit : host.ShutdownTimeout);
        services.AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<ForwardingOptions>, IOptions<HostingOptions>>((forwarded, forwarding, hosting) => Believe(forwarded, forwarding.Value, hosting.Value));
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = VisitorLimits.Create();
            limits.OnRejected = VisitorLimits.RejectAsync;
        });
        services.AddSingleton(provider => new CircuitCounter(provider.GetRequiredService<IOptions<LimitOptions>>().Value.CircuitsPerUser));
        services.AddScoped<CircuitHandler, CircuitLimitHandler>();
        services.AddSingleton<HubConnections>();
        // Ahead of the framework's own: what its host filter refuses carries the headers too.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders>());
    }

    /// <summary>To be the first of the pipeline. Routing is a part of it, as it has to follow what changes a request's path.</summary>
    public static void UseWebSecurity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<PathBaseMiddleware>();
        app.Use(PolicyReports.NameEndpoint);
        app.Use(RefuseLargeAsync);
        app.UseRouting();
        if (app.Services.GetRequiredService<IOptions<SignInOptions>>().Value.Mode is SignInMode.EntraId or SignInMode.OpenIdConnect)
            app.UseMiddleware<ProviderAnswerMiddleware>();
    }

    /// <summary>To follow authentication, which says who a visitor is, and authorization, which turns strangers away; and to precede the framework's antiforgery.</summary>
    public static void UseVisitorLimits(this WebApplication app)
    {
        app.UseMiddleware<OriginMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<HubMiddleware>();
        app.UseMiddleware<AntiforgeryMiddleware>();
        app.UseMiddleware<SignOutMiddleware>();
    }

    /// <summary>The page of a person who has as many tabs open as <c>Limits:CircuitsPerUser</c> allows; it needs no circuit.</summary>
    public static void MapTooManyTabs(this WebApplication app) =>
        app.MapGet($"/{CircuitLimitHandler.Page}", () => new RazorComponentResult<TooManyTabsPage> { StatusCode = StatusCodes.Status429TooManyRequests });

    // The server itself refuses only when the body is read, which some readers take for a form that is merely wrong.
    private static Task RefuseLargeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength is null or <= MaxBodyBytes)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    private static void Believe(ForwardedHeadersOptions forwarded, ForwardingOptions forwarding, HostingOptions hosting)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in forwarding.Proxies)
            forwarded.KnownProxies.Add(proxy);
        foreach (var network in forwarding.Networks)
            forwarded.KnownIPNetworks.Add(network);
        // With both lists empty the framework would believe everybody.
        forwarded.ForwardedHeaders = forwarded.KnownProxies.Count + forwarded.KnownIPNetworks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.All;
        // Each entry is believed only when the one before it came from a known proxy: the chain ends there, however long it is.
        forwarded.ForwardLimit = null;
        forwarded.AllowedHosts = [.. hosting.Hosts];
    }
}
