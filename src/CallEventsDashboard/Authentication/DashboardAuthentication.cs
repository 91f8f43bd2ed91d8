using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace CallEventsDashboard.Authentication;

public static class DashboardAuthentication
{
    /// <summary>Signs people in as <c>Authentication:Mode</c> says, and lets nobody else reach any endpoint that does not open itself.</summary>
    /// <exception cref="InvalidOperationException">The mode is missing or not one of this release.</exception>
    public static IServiceCollection AddDashboardAuthentication(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (SignInMode.Problem(configuration, environment) is { } problem)
            throw new InvalidOperationException(problem);
        services.AddAuthentication(AnonymousHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, AnonymousHandler>(AnonymousHandler.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services.AddCascadingAuthenticationState();
    }
}
