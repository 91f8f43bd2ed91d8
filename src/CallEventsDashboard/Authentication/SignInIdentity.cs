using System.Security.Claims;

namespace CallEventsDashboard.Authentication;

/// <summary>The part of a token that a sign-in keeps: the person's identity and name. The rest would only make the cookie large.</summary>
internal static class SignInIdentity
{
    public const string Scheme = "SignedIn";

    private static readonly string[] Names = ["name", "preferred_username", "email"];

    /// <summary>The identity of the person whom a provider vouches for.</summary>
    /// <param name="isDirectory">Whether people are identified by directory and object id, or by issuer and subject. Which it is must not be the token's choice.</param>
    /// <returns>Null when the claims name no person.</returns>
    public static ClaimsIdentity? From(ClaimsPrincipal? user, bool isDirectory)
    {
        var identity = new ClaimsIdentity(Scheme, nameType: "name", roleType: "roles");
        string[] kept = isDirectory ? ["iss", "sub", "tid", "oid"] : ["iss", "sub"];
        foreach (var type in kept.Append(SignInSessions.ProviderSessionClaim).Append("preferred_username"))
        {
            if (user?.FindFirst(type) is { Value.Length: > 0 } claim)
                identity.AddClaim(new Claim(type, claim.Value));
        }

        if (Names.Select(type => user?.FindFirst(type)?.Value).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) is { } called)
            identity.AddClaim(new Claim("name", called.Length > 100 ? called[..100] : called));
        var isWhole = !isDirectory || (identity.HasClaim(claim => claim.Type == "tid") && identity.HasClaim(claim => claim.Type == "oid"));
        return isWhole && UserIdentity.From(new ClaimsPrincipal(identity)) is not null ? identity : null;
    }

    public static string? Tenant(ClaimsPrincipal user) => user.FindFirst("tid")?.Value;
}
