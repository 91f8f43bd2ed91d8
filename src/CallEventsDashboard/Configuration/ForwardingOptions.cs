using System.Net;

namespace CallEventsDashboard.Configuration;

/// <summary>The section <c>ForwardedHeaders</c>: the reverse proxies whose <c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c> and <c>-Prefix</c> are believed. None by default.</summary>
public sealed class ForwardingOptions : ISettings
{
    public static string Section => "ForwardedHeaders";

    /// <summary>Addresses of single proxies.</summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];

    /// <summary>Ranges that hold nothing but proxies, such as <c>10.1.0.0/16</c>.</summary>
    public IReadOnlyList<string> KnownNetworks { get; set; } = [];

    /// <exception cref="FormatException">A text is no address; <see cref="ForwardingRules"/> say so first.</exception>
    public IEnumerable<IPAddress> Proxies => KnownProxies.Select(IPAddress.Parse);

    /// <exception cref="FormatException">A text is no range; <see cref="ForwardingRules"/> say so first.</exception>
    public IEnumerable<IPNetwork> Networks => KnownNetworks.Select(text => IPNetwork.Parse(text));
}
