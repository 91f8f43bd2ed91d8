using System.Security.Claims;
using CallEventsDashboard.Configuration;

namespace CallEventsDashboard.Authentication;

/// <summary>Decides by the claims of an ID token who may enter, and what they may do there.</summary>
/// <param name="roleClaim">The claim that holds a person's roles, or a path to it.</param>
/// <param name="isDirectory">Whether the token is one of Entra ID.</param>
internal sealed class AccessRules(SignInOptions options, string roleClaim, bool isDirectory)
{
    private const string Groups = "groups";

    /// <summary>Why the person may not enter; null where they may.</summary>
    public SignInRefusal? Refusal(ClaimsPrincipal token)
    {
        if (isDirectory && !options.AllowGuests && IsGuest(token))
            return SignInRefusal.Guest;
        if (options.RequiredRole is { Length: > 0 } role && !HasRole(token, role))
            return SignInRefusal.Role;
        if (options.RequiredGroups.Count > 0 && !HasAny(token, Groups, options.RequiredGroups))
            return LacksGroups(token) ? SignInRefusal.TooManyGroups : SignInRefusal.Group;
        if (!options.RequiredClaims.All(claim => HasClaim(token, claim)))
            return SignInRefusal.Claim;
        return options.EmailDomains.Count == 0 || HasDomain(token) ? null : SignInRefusal.Email;
    }

    /// <summary>Whether the person may see what is masked, and export.</summary>
    public bool MayReveal(ClaimsPrincipal token) => options.RevealRole is not { Length: > 0 } role || HasRole(token, role);

    private bool HasRole(ClaimsPrincipal token, string role) => ClaimPath.Values(token, roleClaim).Contains(role, StringComparer.Ordinal);

    private static bool HasAny(ClaimsPrincipal token, string path, IEnumerable<string> wanted)
        => ClaimPath.Values(token, path).Intersect(wanted, StringComparer.Ordinal).Any();

    private static bool HasClaim(ClaimsPrincipal token, string rule)
        => rule.Split('=', 2) is [var path, var values] && HasAny(token, path.Trim(), values.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    // Entra ID leaves the groups out where a person has more than fit.
    private static bool LacksGroups(ClaimsPrincipal token)
        => token.HasClaim(claim => claim.Type is "hasgroups" || (claim.Type is "_claim_names" && claim.Value.Contains(Groups, StringComparison.Ordinal)));

    // The optional claim acct says it; without it, that another provider vouches for the account, or its name.
    private static bool IsGuest(ClaimsPrincipal token) => token.FindFirst("acct")?.Value switch
    {
        "0" => false,
        { } => true,
        null => token.FindFirst("idp") is { Value: { Length: > 0 } other } && other != token.FindFirst("iss")?.Value
            || Text(token, "upn").Contains("#EXT#", StringComparison.OrdinalIgnoreCase)
            || Text(token, "preferred_username").Contains("#EXT#", StringComparison.OrdinalIgnoreCase),
    };

    // Anybody may write any address into their profile at many providers: only one that was verified says anything. A directory's own names are its administrators'.
    private bool HasDomain(ClaimsPrincipal token)
    {
        var address = isDirectory ? Text(token, "upn") is { Length: > 0 } name ? name : Text(token, "preferred_username")
            : bool.TryParse(Text(token, "email_verified"), out var isVerified) && isVerified ? Text(token, "email") : "";
        var at = address.LastIndexOf('@');
        return at > 0 && options.EmailDomains.Contains(address[(at + 1)..], StringComparer.OrdinalIgnoreCase);
    }

    private static string Text(ClaimsPrincipal token, string claim) => token.FindFirst(claim)?.Value ?? "";
}
