using System.Net;
using System.Net.Sockets;

namespace CallEventsDashboard.Telnyx;

/// <summary>Tells addresses of the open internet from those of this machine, its networks and its cloud.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    // The registries of special-purpose addresses: RFC 6890 and its successors.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // Networks of one's own (RFC 1918, 4193, 6598): not this machine, and not the addresses by which a cloud tells secrets to its machines.
    private static readonly IPNetwork[] Private = [.. new[] { "10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7" }.Select(IPNetwork.Parse)];
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("fd00:ec2::254"), IPAddress.Parse("100.100.100.200")];

    /// <summary>Whether an address is one of a private network.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Private.Any(network => network.Contains(plain)) && !Metadata.Contains(plain);
    }

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return !Special.Any(network => network.Contains(address));
        var bytes = address.GetAddressBytes();
        if (Translated.Contains(address))
            return Is(new IPAddress(bytes[12..]));
        if (SixToFour.Contains(address))
            return Is(new IPAddress(bytes[2..6]));
        return GlobalUnicast.Contains(address) && !Special.Any(network => network.Contains(address));
    }
}
