using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CallEventsDashboard.Authentication;

/// <summary>The two ways to a provider: code flow with PKCE and a secret in both, and nothing kept of the tokens.</summary>
internal static class SignInProviders
{
    private const string Scheme = OpenIdConnectDefaults.AuthenticationScheme;

    public static void AddEntraId(this AuthenticationBuilder authentication, IConfigurationSection section)
    {
        authentication.AddMicrosoftIdentityWebApp(
            options =>
            {
                options.Instance = new EntraIdOptions().Instance;
                section.Bind(options);
                options.ResponseType = OpenIdConnectResponseType.Code;
                options.MapInboundClaims = false;
            },
            openIdConnectScheme: Scheme,
            cookieScheme: null);
        SignInHandler.Use(authentication, Scheme);
        authentication.Services.AddOptions<OpenIdConnectOptions>(Scheme)
            .Configure<IServiceProvider, IOptions<EntraIdOptions>, IOptionsMonitor<MicrosoftIdentityOptions>>((options, services, settings, identity) =>
            {
                Complete(options, services, settings.Value.TenantId?.Trim());
                ClientAssertion.Attach(options, identity.Get(Scheme), services.GetRequiredService<TimeProvider>());
            });
    }

    public static void AddOpenIdConnectProvider(this AuthenticationBuilder authentication, IConfigurationSection section)
    {
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            section.Bind(options);
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.MapInboundClaims = false;
        });
        SignInHandler.Use(authentication, Scheme);
        authentication.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IServiceProvider, IOptions<OpenIdConnectSettings>, IOptions<SignInOptions>>((options, services, settings, access) =>
        {
            Complete(options, services, tenant: null);
            options.TokenValidationParameters.RoleClaimType = settings.Value.RoleClaim?.Trim() is { Length: > 0 } role ? role : "roles";
            if (settings.Value.Scopes is { Length: > 0 } scopes)
            {
                options.Scope.Clear();
                foreach (var scope in scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid"))
                    options.Scope.Add(scope);
            }

            if (access.Value.EmailDomains.Count > 0 && !options.Scope.Contains("email"))
                options.Scope.Add("email");
        });
    }

    private static void Complete(OpenIdConnectOptions options, IServiceProvider services, string? tenant)
    {
        options.RequireHttpsMetadata = true;
        options.UsePkce = true;
        // The alternative is a page with a script in it, which the policy refuses.
        options.AuthenticationMethod = OpenIdConnectRedirectBehavior.RedirectGet;
        options.SaveTokens = false;
        options.MaxAge = services.GetRequiredService<IOptions<SignInOptions>>().Value.MaxAge ?? options.MaxAge;
        options.TokenValidationParameters.ValidAlgorithms = SigningAlgorithms.All;
        options.TokenValidationParameters.NameClaimType = "name";
        options.TokenValidationParameters.RoleClaimType = "roles";
        // Half of a person's identity is the issuer that vouches for them.
        options.ClaimActions.Remove("iss");
        ProviderEvents.Attach(options, tenant, services);
    }
}
