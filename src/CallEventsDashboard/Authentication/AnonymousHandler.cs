using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>Signs everybody in as one local user, for a dashboard that only its owner can reach.</summary>
public sealed class AnonymousHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IHostEnvironment environment)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Anonymous";

    private const string OpenClaim = "open";

    /// <summary>Whether <paramref name="user"/> is everybody who reaches the app, outside Development: something that every page must say.</summary>
    public static bool IsEverybody(ClaimsPrincipal user) => user.HasClaim(OpenClaim, "true");

    /// <summary>Whether <paramref name="user"/> is the one local user whom all share, in Development too.</summary>
    public static bool IsNobodyInParticular(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, AuthenticationType: SchemeName };

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var identity = new ClaimsIdentity(
            [new Claim("iss", "local"), new Claim("sub", "anonymous"), new Claim("name", "Local user")],
            SchemeName,
            nameType: "name",
            roleType: "roles");
        if (!environment.IsDevelopment())
            identity.AddClaim(new Claim(OpenClaim, "true"));
        var user = new ClaimsPrincipal(identity);
        ClientAddress.Note(user, Context);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, SchemeName)));
    }
}
