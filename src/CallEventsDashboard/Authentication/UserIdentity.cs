using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Security.Cryptography;

namespace CallEventsDashboard.Authentication;

/// <summary>The lasting identity of a person: names and addresses change hands, these two do not.</summary>
/// <param name="Issuer">Who vouches for the person: the tenant of a directory, or the issuer of the token.</param>
/// <param name="Subject">The person, unique within the issuer.</param>
public readonly record struct UserIdentity(string Issuer, string Subject)
{
    private const string TenantClaim = "http://schemas.microsoft.com/identity/claims/tenantid";
    private const string ObjectClaim = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    /// <summary>The identity as a name for storage: 43 characters of letters, digits, <c>-</c> and <c>_</c>. Different people have different names.</summary>
    public string StorageId
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            Append(hash, Issuer);
            Append(hash, Subject);
            return Base64Url.EncodeToString(hash.GetHashAndReset());
        }
    }

    /// <summary>Reads <c>tid</c> and <c>oid</c> where both are there, else <c>iss</c> and <c>sub</c>.</summary>
    /// <returns>Null when nobody is signed in, or when the claims name no person.</returns>
    public static UserIdentity? From(ClaimsPrincipal principal)
    {
        if (principal.Identity is not { IsAuthenticated: true })
            return null;
        return Pair(Claim(principal, "tid", TenantClaim), Claim(principal, "oid", ObjectClaim))
            ?? Pair(Claim(principal, "iss"), Claim(principal, "sub"));
    }

    private static UserIdentity? Pair(string? issuer, string? subject)
        => string.IsNullOrEmpty(issuer) || string.IsNullOrEmpty(subject) ? null : new UserIdentity(issuer, subject);

    private static string? Claim(ClaimsPrincipal principal, params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (principal.FindFirst(type) is { } claim)
                return claim.Value;
        }

        return null;
    }

    // The length in front keeps (a, bc) and (ab, c) apart; UTF-16 as it stands keeps texts apart that UTF-8 would mend into one.
    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        hash.AppendData(length);
        hash.AppendData(MemoryMarshal.AsBytes(text.AsSpan()));
    }
}
