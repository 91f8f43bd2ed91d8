using System.Globalization;
using System.Text.RegularExpressions;

namespace CallEventsDashboard.Configuration;

/// <param name="namesNeeded">Whether the host names must be set: a provider sends people back to the name that a request gave.</param>
internal sealed partial class HostingRules(bool namesNeeded) : OptionsRules<HostingOptions>
{
    private const string AnyHost = "*";

    protected override IEnumerable<string?> Problems(HostingOptions options) =>
    [
        .. HostProblems(options.AllowedHosts ?? ""),
        string.IsNullOrWhiteSpace(options.PathBase) || Path().IsMatch(options.PathBase) ? null
            : $"PathBase is {SettingText.Show(options.PathBase)}: give a path that begins with a slash and does not end in one, such as /calls, or leave it out.",
        .. HostingOptions.Entries(options.Urls).Select(UrlProblem),
        .. PortProblems("http_ports", options.HttpPorts),
        .. PortProblems("https_ports", options.HttpsPorts),
    ];

    private IEnumerable<string?> HostProblems(string hosts)
    {
        var entries = string.IsNullOrWhiteSpace(hosts) ? [] : hosts.Split(';');
        var isOpen = namesNeeded && (entries.Length == 0 || entries.Any(entry => entry.Trim() is AnyHost));
        if (isOpen)
            yield return "AllowedHosts lets every host name in: set it to the name that people open, such as calls.example.com, or the address that the provider sends people back to can be forged.";
        foreach (var entry in entries.Where(entry => !isOpen || entry.Trim() is not AnyHost))
        {
            if (HostNames.Problem(entry) is { } problem)
                yield return $"AllowedHosts {problem}";
        }
    }

    private static string? UrlProblem(string url)
    {
        const string Fix = "give an address such as http://127.0.0.1:8080; several are separated by semicolons.";
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return $"urls has {SettingText.Show(url)}, which is no address to listen at: {Fix}";
        }

        if (address.Scheme is not ("http" or "https"))
            return $"urls has {SettingText.Show(url)}, which is neither http nor https: {Fix}";
        if (address.Port is < 0 or > ushort.MaxValue)
            return $"urls has {SettingText.Show(url)}, whose port is none: {Fix}";
        return address.PathBase.Length == 0 ? null : $"urls has {SettingText.Show(url)}, which ends in a path: take it out, and set PathBase to it.";
    }

    private static IEnumerable<string> PortProblems(string key, string? ports) =>
        from port in HostingOptions.Entries(ports)
        where !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        select $"{key} has {SettingText.Show(port)}, which is no port: give a number such as 8080; several are separated by semicolons.";

    [GeneratedRegex(@"^(/(?!\.{1,2}(/|\z))[A-Za-z0-9._~-]+)+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Path();
}
