using System.Net;
using System.Net.Sockets;

namespace CallEventsDashboard.Telnyx;

/// <summary>What an operator may open for a network that has no way to the internet of its own.</summary>
public sealed class ClosedNetworkTests
{
    private static readonly Uri Telnyx = new("https://telnyx.internal.example:8443/v2/");

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("fd12:3456::1", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("0.0.0.0", false)]
    public async Task PrivateAddress_OfAName_IsUsedOnlyWhereItIsAllowed(string address, bool isUsed)
    {
        Assert.Equal(isUsed ? [address] : [], await OpenedAsync(address, allowsPrivate: true));
        Assert.Empty(await OpenedAsync(address, allowsPrivate: false));
    }

    [Fact]
    public async Task Proxy_IsAskedForATunnelToTheConfiguredHost_AndSeesNoKey()
    {
        await using var proxy = new LoopbackServer(LoopbackServer.Answer("502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close"));
        using var http = new HttpClient(TelnyxHttpHandler.Create(Telnyx, new Uri(proxy.BaseAddress, "/")));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Telnyx, "call_events"));
        request.Headers.Authorization = new("Bearer", "KEY0123456789ABCDEF_example7f3a");

        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, TestContext.Current.CancellationToken));

        var head = Assert.Single(proxy.Requests);
        Assert.StartsWith("CONNECT telnyx.internal.example:8443 HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("KEY0123456789ABCDEF", head, StringComparison.Ordinal);
    }

    private static async Task<List<string>> OpenedAsync(string address, bool allowsPrivate)
    {
        var opened = new List<string>();
        using var handler = TelnyxHttpHandler.Create(new PinnedConnection(Telnyx, allowsPrivate)
        {
            ResolveAsync = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]),
            OpenAsync = (endPoint, _) =>
            {
                opened.Add(endPoint.Address.ToString());
                throw new SocketException((int)SocketError.ConnectionRefused);
            },
        });
        using var http = new HttpClient(handler);
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(Telnyx, TestContext.Current.CancellationToken));
        return opened;
    }
}
