using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace CallEventsDashboard.Configuration;

internal sealed class ForwardingRules : OptionsRules<ForwardingOptions>
{
    // A wider range is nobody's own: who lies in it could claim any address, scheme and host.
    private const int WidestNetwork = 8;
    private const int WidestNetworkV6 = 7;
    private const int MappedBits = 96;

    protected override IEnumerable<string?> Problems(ForwardingOptions options)
    {
        foreach (var text in options.KnownProxies.Where(text => !IsAddress(text)))
            yield return $"{ForwardingOptions.Section}:{nameof(options.KnownProxies)} has {SettingText.Show(text)}, which is no address of a proxy: give its IP address, such as 10.1.2.3; several are separated by commas.";
        foreach (var text in options.KnownNetworks)
        {
            if (!IPNetwork.TryParse(text, out var network))
                yield return $"{ForwardingOptions.Section}:{nameof(options.KnownNetworks)} has {SettingText.Show(text)}, which is no range: give one such as 10.1.0.0/16; several are separated by commas.";
            else if (IsWide(network))
                yield return $"{ForwardingOptions.Section}:{nameof(options.KnownNetworks)} has {SettingText.Show(text)}, which trusts almost everybody: give the range of the proxies only, such as 10.1.0.0/16.";
        }
    }

    // The framework also takes 10 for an address, namely 0.0.0.10.
    private static bool IsAddress(string text)
        => IPAddress.TryParse(text, out var address)
            && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            && (address.AddressFamily is AddressFamily.InterNetworkV6 || address.ToString() == text);

    private static bool IsWide(IPNetwork network)
    {
        if (network.BaseAddress.AddressFamily is AddressFamily.InterNetwork)
            return network.PrefixLength < WidestNetwork;
        var holdsMapped = network.BaseAddress.IsIPv4MappedToIPv6 || ContainsMapped(network);
        return network.PrefixLength < (holdsMapped ? MappedBits + WidestNetwork : WidestNetworkV6);
    }

    // The framework compares mapped addresses as the IPv4 addresses that they stand for.
    private static bool ContainsMapped(IPNetwork network)
    {
        if (network.PrefixLength >= MappedBits)
            return false;
        var differs = Bits(network.BaseAddress) ^ Bits(IPAddress.Any.MapToIPv6());
        return network.PrefixLength == 0 || differs >> (128 - network.PrefixLength) == 0;
    }

    private static UInt128 Bits(IPAddress address) => BinaryPrimitives.ReadUInt128BigEndian(address.GetAddressBytes());
}
