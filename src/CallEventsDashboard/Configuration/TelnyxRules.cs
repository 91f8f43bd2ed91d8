namespace CallEventsDashboard.Configuration;

internal sealed class TelnyxRules : OptionsRules<TelnyxOptions>
{
    protected override IEnumerable<string?> Problems(TelnyxOptions options)
        =>
        [
            AddressProblem(options.BaseUrl) is { } problem ? $"{TelnyxOptions.Section}:{nameof(options.BaseUrl)} {problem}" : null,
            ProxyProblem(options) is { } proxyProblem ? $"{TelnyxOptions.Section}:{nameof(options.Proxy)} {proxyProblem}" : null,
        ];

    // Not repeated either.
    private static string? ProxyProblem(TelnyxOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Proxy))
            return null;
        if (!Uri.TryCreate(options.Proxy, UriKind.Absolute, out var proxy) || proxy.Scheme is not "http" || proxy.UserInfo.Length + proxy.Query.Length + proxy.Fragment.Length > 0 || proxy.AbsolutePath != "/")
            return "is not the address of an http proxy: give scheme, host and port only, such as http://proxy.example.com:3128.";
        // In plain http the proxy would see the key.
        return options.BaseUrl.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? $"is set, but {TelnyxOptions.Section}:{nameof(options.BaseUrl)} is plain http, which no proxy may see: take one of them out." : null;
    }

    // The address is not repeated in a message: it may hold a password.
    private static string? AddressProblem(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return "is not a web address: give one such as https://api.telnyx.com/v2/.";
        if (address.Scheme == "http" && !address.IsLoopback)
            return "sends API keys in the clear: use https (http is for this machine only, such as http://127.0.0.1:5080/v2/).";
        if (text.Any(c => c is <= ' ' or >= '\u007f' or '\\'))
            return "contains a character that an address can't have: write it plainly (a name with other letters in its xn-- form), such as https://api.telnyx.com/v2/.";
        return text.AsSpan().ContainsAny('@', '?', '#')
            ? "is more than an address: give scheme, host and path only, such as https://api.telnyx.com/v2/."
            : null;
    }
}
