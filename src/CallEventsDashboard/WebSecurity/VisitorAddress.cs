using System.Net;
using System.Net.Sockets;

namespace CallEventsDashboard.WebSecurity;

/// <summary>The address of a visitor, as the one holder of all the addresses that somebody with that address has.</summary>
internal static class VisitorAddress
{
    private const int NetworkBytes = 8;

    /// <summary>An IPv4 address as it is; of an IPv6 address the network of 64 bits, which is what a single subscriber has. Empty where there is none.</summary>
    public static string Name(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? $"{Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes))}/64"
            : address.ToString();
    }
}
