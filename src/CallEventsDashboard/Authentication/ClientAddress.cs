using System.Net;
using System.Security.Claims;

namespace CallEventsDashboard.Authentication;

/// <summary>The address that a request came from, noted with its person: a circuit has no request of its own.</summary>
internal static class ClientAddress
{
    public const string Claim = "client_address";

    public static void Note(ClaimsPrincipal? user, HttpContext context)
    {
        if (user?.Identity is ClaimsIdentity identity && Text(context.Connection.RemoteIpAddress) is { } address)
            identity.AddClaim(new Claim(Claim, address));
    }

    /// <summary>The address as people write it; null where there is none.</summary>
    public static string? Text(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString();
}
