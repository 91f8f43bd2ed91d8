using System.Net;

namespace CallEventsDashboard.Telnyx;

/// <summary>The connection settings that the client relies on.</summary>
public static class TelnyxHttpHandler
{
    /// <param name="address">Where the API is: the handler connects to its host and port and to nothing else.</param>
    /// <param name="proxy">An http proxy that the handler connects to instead, by a tunnel that TLS goes through unopened; for an https address only. Null for none.</param>
    /// <param name="allowsPrivate">Whether a name may stand for an address of a private network.</param>
    /// <remarks>
    /// A redirect must not carry the key to another host, and a cookie must not tie one user's request to another's. Connections are renewed so that a change
    /// of DNS is noticed. Give the <see cref="HttpClient"/> over it an infinite <see cref="HttpClient.Timeout"/>: the client times each attempt itself.
    /// </remarks>
    public static SocketsHttpHandler Create(Uri address, Uri? proxy = null, bool allowsPrivate = false)
    {
        if (proxy is null)
            return Create(new PinnedConnection(address, allowsPrivate));
        // The operator's own: it is inside as a rule.
        var handler = Create(new PinnedConnection(proxy, allowsPrivate: true));
        (handler.UseProxy, handler.Proxy) = (true, new WebProxy(proxy));
        return handler;
    }

    internal static SocketsHttpHandler Create(PinnedConnection connection) => new()
    {
        ConnectCallback = connection.ConnectAsync,
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = 16,
    };
}
