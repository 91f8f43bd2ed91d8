using System.Net;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>ForwardedHeaders</c>: the reverse proxies whose <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed. None by default.</summary>
/// <param name="Proxies">Addresses of single proxies.</param>
/// <param name="Networks">Ranges that hold nothing but proxies, such as <c>10.1.0.0/16</c>.</param>
public sealed record ForwardingOptions(IReadOnlyList<IPAddress> Proxies, IReadOnlyList<IPNetwork> Networks)
{
    private const string Section = "ForwardedHeaders";
    private const string ProxiesKey = $"{Section}:KnownProxies";
    private const string NetworksKey = $"{Section}:KnownNetworks";

    /// <summary>What can be read; <see cref="Problems"/> names the rest.</summary>
    public static ForwardingOptions Read(IConfiguration configuration) => new(
        [.. Values(configuration, ProxiesKey).Select(value => IPAddress.TryParse(value, out var address) ? address : null).OfType<IPAddress>()],
        [.. Values(configuration, NetworksKey).Where(IsNetwork).Select(value => IPNetwork.Parse(value))]);

    /// <summary>Every thing that is wrong, each in one sentence that names the setting and the fix.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        foreach (var value in Values(configuration, ProxiesKey).Where(value => !IPAddress.TryParse(value, out _)))
            yield return $"{ProxiesKey} has {value}, which is no address: give the proxy's IP address, such as 10.1.2.3; several are separated by commas.";
        foreach (var value in Values(configuration, NetworksKey).Where(value => !IsNetwork(value)))
            yield return $"{NetworksKey} has {value}, which is no range: give one such as 10.1.0.0/16; several are separated by commas.";
    }

    private static bool IsNetwork(string value) => IPNetwork.TryParse(value, out _);

    // One text with commas suits an environment variable, a list suits a file.
    private static IEnumerable<string> Values(IConfiguration configuration, string key) =>
        configuration.GetSection(key).GetChildren().Select(child => child.Value).Prepend(configuration[key])
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
