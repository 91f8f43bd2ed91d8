using System.Net;
using System.Net.Sockets;

namespace CallEventsDashboard.Telnyx;

/// <summary>
/// Opens connections to the one configured host and port, whatever the request says: a key that is sent elsewhere is lost. The addresses are judged
/// after the name was resolved and right before the socket connects, so that a name that changes its address in between gains nothing.
/// </summary>
/// <param name="allowsPrivate">Whether a name may stand for an address of a private network.</param>
internal sealed class PinnedConnection(Uri configured, bool allowsPrivate = false)
{
    /// <summary>Turns a name into its addresses.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Opens a socket.</summary>
    public Func<IPEndPoint, CancellationToken, Task<Stream>> OpenAsync { get; init; } = OpenSocketAsync;

    /// <exception cref="HttpRequestException">The host, the port or each of its addresses is not what the configuration named.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var asked = context.DnsEndPoint;
        if (asked.Port != configured.Port || !Plain(asked.Host).Equals(Plain(configured.IdnHost), StringComparison.OrdinalIgnoreCase))
            throw Refused("another host than the configured one");
        var addresses = await AddressesAsync(Plain(configured.IdnHost), cancellationToken);
        Exception? failure = null;
        foreach (var address in addresses)
        {
            try
            {
                return await OpenAsync(new IPEndPoint(address, configured.Port), cancellationToken);
            }
            catch (SocketException e)
            {
                failure = e;
            }
        }

        throw failure ?? Refused("an address that is not the configured host's to have");
    }

    /// <summary>An address that the configuration itself gives is meant; a name may stand for the open internet, or as <c>localhost</c> for this machine.</summary>
    private async Task<IEnumerable<IPAddress>> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        var resolved = await ResolveAsync(host, cancellationToken);
        return configured.IsLoopback ? resolved.Where(IPAddress.IsLoopback) : resolved.Where(address => PublicAddress.Is(address) || (allowsPrivate && PublicAddress.IsPrivate(address)));
    }

    private static async Task<Stream> OpenSocketAsync(IPEndPoint address, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string Plain(string host) => host.Trim('[', ']').TrimEnd('.');

    private static HttpRequestException Refused(string what) =>
        new(HttpRequestError.ConnectionError, $"The request asked for {what} (Telnyx:BaseUrl): no connection was made.");
}
