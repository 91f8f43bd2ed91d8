using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

public static class DashboardAuthentication
{
    /// <summary>
    /// Signs people in as <c>Authentication:Mode</c> says, and lets nobody else reach any endpoint that does not open itself.
    /// To be called after the Razor components, whose circuits it gives a session.
    /// </summary>
    /// <exception cref="InvalidOperationException">The mode is missing or unknown.</exception>
    public static IServiceCollection AddDashboardAuthentication(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<SignInSessions>();
        var access = SignInOptions.Read(configuration, environment);
        services.AddAuthorizationBuilder()
            .AddPolicy(RevealRight.Policy, RevealRight.CreatePolicy(access))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        switch (access.Mode)
        {
            case SignInMode.Anonymous:
                services.AddHttpContextAccessor();
                services.AddSingleton<IConfigureOptions<AntiforgeryOptions>, AntiforgeryCookie>();
                services.AddAuthentication(AnonymousHandler.SchemeName)
                    .AddScheme<AuthenticationSchemeOptions, AnonymousHandler>(AnonymousHandler.SchemeName, configureOptions: null);
                break;
            case SignInMode.EntraId:
                services.AddSessions().AddEntraId(configuration.GetSection(EntraIdOptions.Section));
                break;
            case SignInMode.OpenIdConnect:
                services.AddSessions().AddOpenIdConnectProvider(configuration.GetSection(OpenIdConnectSettings.Section));
                break;
            default:
                throw new InvalidOperationException("Authentication:Mode is missing or unknown.");
        }

        return services;
    }

    // A request without a sign-in is answered by the cookie's scheme: the provider's would give two cookies to every request of a script.
    private static AuthenticationBuilder AddSessions(this IServiceCollection services)
    {
        services.AddHostedService<OpenAccessWarning>();
        services.AddSingleton<LogoutTokens>();
        services.AddOptions<HubOptions>().Configure<SignInSessions>((hub, sessions) => hub.AddFilter(new SignInActivityFilter(sessions)));
        services.AddScoped<SignInStateProvider>();
        services.AddScoped<AuthenticationStateProvider>(provider => provider.GetRequiredService<SignInStateProvider>());
        services.AddScoped<CircuitHandler, SignInCircuitHandler>();
        services.Configure<AntiforgeryOptions>(antiforgery => SignInCookie.Harden(antiforgery.Cookie, SignInCookie.FormPart));
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SignInSessions, IOptions<SignInOptions>>((cookie, sessions, options) => SignInCookie.Configure(cookie, sessions, options.Value.SessionLifetime));
        return services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
    }
}
