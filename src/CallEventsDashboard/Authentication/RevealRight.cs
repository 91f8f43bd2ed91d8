using System.Security.Claims;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>
/// Whether the person of a circuit may see masked numbers and texts, and take data out: everybody who may enter, unless <c>Authentication:RevealRole</c>
/// names a role. Endpoints ask for the same by <see cref="Policy"/>.
/// </summary>
public sealed class RevealRight(IOptions<SignInOptions> options, AuthenticationStateProvider authentication)
{
    /// <summary>The authorization policy of who may reveal and export.</summary>
    public const string Policy = "reveal";

    internal const string Claim = "reveals";

    /// <summary>Whether it is given now: to nobody while it is not known who is there, and no longer once a sign-in is over.</summary>
    public bool IsGiven => Allows(options.Value) || (authentication.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true, Result.User: var user } && Allows(options.Value, user));

    internal static AuthorizationPolicy CreatePolicy(SignInOptions options) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireAssertion(context => Allows(options) || Allows(options, context.User))
        .Build();

    private static bool Allows(SignInOptions options) => options.RevealRole is not { Length: > 0 };

    private static bool Allows(SignInOptions options, ClaimsPrincipal user) => Allows(options) || (user.Identity is { IsAuthenticated: true } && user.HasClaim(Claim, "true"));
}
