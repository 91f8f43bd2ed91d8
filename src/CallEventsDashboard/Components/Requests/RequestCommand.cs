using System.Text.RegularExpressions;

namespace CallEventsDashboard.Components.Requests;

/// <summary>A request as a command for a POSIX shell. The key comes from the environment variable <c>TELNYX_API_KEY</c>, never from here.</summary>
internal static partial class RequestCommand
{
    /// <summary>Where Telnyx is; what the sample account's requests would be sent to.</summary>
    public static Uri Telnyx { get; } = new("https://api.telnyx.com/v2/");

    /// <summary>Path and query.</summary>
    public static string Path(Uri address, string path, string query) => $"{address.AbsolutePath}{Relative(path, query)}";

    // Without -g, curl would read the brackets of the filters as a range.
    public static string Curl(Uri address, string path, string query) =>
        $"curl -g -H \"Authorization: Bearer $TELNYX_API_KEY\" '{Encoded($"{address.AbsoluteUri}{Relative(path, query)}")}'";

    private static string Relative(string path, string query) => query.Length == 0 ? path : $"{path}?{query}";

    // Shells differ in what ends a quote; what an address does not need as it stands is safe in all of them when it is percent-encoded.
    private static string Encoded(string address) => Unsafe().Replace(address, part => Uri.EscapeDataString(part.Value));

    [GeneratedRegex(@"[^A-Za-z0-9\-._~:/?\[\]=&%+,]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unsafe();
}
