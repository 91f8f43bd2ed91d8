using System.Net;
using System.Net.Sockets;

namespace CallEventsDashboard.Configuration;

/// <summary>The entries of <c>AllowedHosts</c>. The framework compares them with the Host header as they stand, so that a wrong one answers nobody.</summary>
internal static class HostNames
{
    private const string Fix = "give the names that people open, such as calls.example.com or *.example.com, separated by semicolons.";

    /// <returns>What is wrong with an entry, as the rest of a sentence; null when all is well.</returns>
    public static string? Problem(string entry)
    {
        if (entry == "*")
            return null;
        if (string.IsNullOrWhiteSpace(entry))
            return $"has an empty entry: {Fix}";
        var shown = SettingText.Show(entry);
        if (entry.Any(char.IsWhiteSpace))
            return $"has a space in or around {shown}: {Fix}";
        if (entry.Contains("://", StringComparison.Ordinal))
            return $"has {shown}, with a scheme: {Fix}";
        if (entry.IndexOfAny(['/', '\\', '?', '#', '@', '%']) >= 0)
            return $"has {shown}, which is more than a host name: {Fix}";
        return IPAddress.TryParse(entry, out var address) ? AddressProblem(entry, shown, address) : NameProblem(entry, shown);
    }

    private static string? AddressProblem(string entry, string shown, IPAddress address)
    {
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            return $"has {shown}, which lets every host name in: {Fix} Where every name is meant, write *.";
        if (address.AddressFamily is AddressFamily.InterNetwork)
            return address.ToString() == entry ? null : $"has {shown}, which is no host name: {Fix}";
        if (entry.EndsWith(']'))
            return null;
        return entry.StartsWith('[') ? $"has {shown}, with a port: {Fix}" : $"has {shown}: write the address as browsers do, [{address}].";
    }

    private static string? NameProblem(string entry, string shown)
    {
        if (entry.Contains(':', StringComparison.Ordinal))
            return $"has {shown}, with a port: {Fix}";
        var name = entry.StartsWith("*.", StringComparison.Ordinal) ? entry[2..] : entry;
        return Uri.CheckHostName(name) is UriHostNameType.Dns && !name.EndsWith('.') ? null : $"has {shown}, which is no host name: {Fix}";
    }
}
