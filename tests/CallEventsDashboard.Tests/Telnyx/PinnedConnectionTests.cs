using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CallEventsDashboard.Telnyx;

/// <summary>Whatever an address or an answer says, a socket is opened to the configured host alone.</summary>
public sealed class PinnedConnectionTests
{
    private static readonly Uri Telnyx = new("https://api.telnyx.com/v2/");

    /// <summary>Addresses that no name may stand for.</summary>
    private static readonly string[] Inside =
    [
        "127.0.0.1", "127.1.2.3", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1",
        "192.168.255.254", "169.254.169.254", "169.254.170.2", "169.254.0.1", "100.64.0.1", "100.100.100.200", "100.127.255.255", "192.0.0.1", "192.0.0.192",
        "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:192.168.1.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::", "2002:c0a8:101::", "2001::1", "2001:0:7f00:1::", "2001:db8::1", "3fff::1", "fc00::1", "fd00:ec2::254",
        "fdff:ffff::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff05::2", "100::1", "5f00::1", "4000::1", "e000::1",
    ];

    private static readonly string[] Outside = ["1.1.1.1", "8.8.8.8", "34.120.50.7", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::808:808", "::ffff:8.8.8.8"];

    /// <summary>Hosts that a request must not be sent to, in the spellings that get past careful readers.</summary>
    private static readonly string[] Elsewhere =
    [
        "127.0.0.1", "localhost", "LOCALHOST", "localhost.", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "0", "0.0.0.0", "[::1]",
        "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "[::ffff:169.254.169.254]",
        "[fd00:ec2::254]", "metadata.google.internal", "metadata", "instance-data", "10.0.0.1", "192.168.0.1", "172.16.0.1", "api.telnyx.com.evil.example", "evil.example",
        "api-telnyx.com", "telnyx.com", "xn--pi-telnyx.com", "api.telnyx.co", "ap%69.telnyx.com.evil.example", "127.0.0.1.nip.io", "api.telnyx.com.", "kubernetes.default.svc",
    ];

    public static IReadOnlyList<string> Requests { get; } =
    [
        .. Elsewhere.SelectMany(host => new[] { $"http://{host}:{{port}}/v2/call_events", $"http://api.telnyx.com@{host}:{{port}}/", $"http://{host}:{{port}}/?https://api.telnyx.com/v2/" }),
        "http://api.telnyx.com:{port}/", "http://api.telnyx.com:22/", "http://api.telnyx.com:25/", "http://api.telnyx.com:6379/", "http://API.TELNYX.COM:444/", "ftp://127.0.0.1/", "file:///etc/passwd",
        "gopher://127.0.0.1:{port}/", "//127.0.0.1:{port}/", "\\\\127.0.0.1:{port}\\v2",
    ];

    [Fact]
    public async Task TwoHundredInputs_OpenNoSocketButTheConfiguredOnes()
    {
        using var trap = new Trap();
        var opened = new List<IPEndPoint>();
        var inputs = 0;

        foreach (var request in Requests)
        {
            await AskAsync(Connection(opened, Inside), request.Replace("{port}", trap.Port, StringComparison.Ordinal));
            inputs++;
        }

        foreach (var address in Inside)
        {
            await AskAsync(Connection(opened, address), "https://api.telnyx.com/v2/call_events");
            inputs++;
        }

        foreach (var target in Requests.Take(30))
        {
            await FollowAsync(target.Replace("{port}", trap.Port, StringComparison.Ordinal), trap);
            inputs++;
        }

        Assert.Empty(opened);
        Assert.Equal(0, trap.Connections);
        Assert.InRange(inputs, 200, int.MaxValue);
    }

    [Fact]
    public async Task PublicAddress_OfTheConfiguredName_IsConnectedTo()
    {
        foreach (var address in Outside)
        {
            var opened = new List<IPEndPoint>();
            await AskAsync(Connection(opened, "10.0.0.1", address), "https://api.telnyx.com/v2/call_events");
            Assert.Equal(new IPEndPoint(IPAddress.Parse(address), 443), Assert.Single(opened.Distinct()));
        }
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/v2/", "1.1.1.1", "127.0.0.1:5080")]
    [InlineData("http://localhost:5080/v2/", "127.0.0.1", "127.0.0.1:5080")]
    [InlineData("http://localhost:5080/v2/", "1.1.1.1", null)]
    [InlineData("https://10.1.2.3/v2/", "1.1.1.1", "10.1.2.3:443")]
    [InlineData("https://[fd00::7]:8443/v2/", "1.1.1.1", "[fd00::7]:8443")]
    public async Task AddressThatTheConfigurationGives_IsMeant(string configured, string resolved, string? expected)
    {
        var opened = new List<IPEndPoint>();

        await AskAsync(Connection(opened, new Uri(configured), resolved), new Uri(new Uri(configured), "call_events").ToString());

        Assert.Equal(expected is null ? null : IPEndPoint.Parse(expected), opened.FirstOrDefault());
    }

    [Fact]
    public async Task NameThatChangesItsAddress_IsJudgedEachTime()
    {
        var opened = new List<IPEndPoint>();
        var answers = new Queue<string>(["1.1.1.1", "127.0.0.1"]);
        var connection = new PinnedConnection(Telnyx)
        {
            ResolveAsync = (_, _) => Task.FromResult(new[] { IPAddress.Parse(answers.Dequeue()) }),
            OpenAsync = (address, _) => Open(opened, address),
        };

        await AskAsync(connection, "https://api.telnyx.com/v2/call_events");
        await AskAsync(connection, "https://api.telnyx.com/v2/call_events");

        Assert.Equal(new IPEndPoint(IPAddress.Parse("1.1.1.1"), 443), Assert.Single(opened));
    }

    private static PinnedConnection Connection(List<IPEndPoint> opened, params string[] addresses) => Connection(opened, Telnyx, addresses);

    private static PinnedConnection Connection(List<IPEndPoint> opened, Uri configured, params string[] addresses) => new(configured)
    {
        ResolveAsync = (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()),
        OpenAsync = (address, _) => Open(opened, address),
    };

    private static Task<Stream> Open(List<IPEndPoint> opened, IPEndPoint address)
    {
        opened.Add(address);
        return Task.FromException<Stream>(new SocketException((int)SocketError.ConnectionRefused));
    }

    /// <summary>Sends a request that must fail: no connection is ever made in these tests.</summary>
    private static async Task AskAsync(PinnedConnection connection, string request)
    {
        using var handler = TelnyxHttpHandler.Create(connection);
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = Telnyx };
        await Assert.ThrowsAnyAsync<Exception>(async () => (await http.GetAsync(request, TestContext.Current.CancellationToken)).Dispose());
    }

    private static async Task FollowAsync(string target, Trap trap)
    {
        var location = Encoding.ASCII.GetString([.. target.Select(c => (byte)c)]);
        await using var server = new LoopbackServer(LoopbackServer.Answer($"302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close"));
        Assert.NotEqual(trap.Port, server.BaseAddress.Port.ToString(CultureInfo.InvariantCulture));
        using var handler = TelnyxHttpHandler.Create(server.BaseAddress);
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = server.BaseAddress };
        using var answer = await http.GetAsync("call_events", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    /// <summary>A place that nobody should come to.</summary>
    private sealed class Trap : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.IPv6Any, 0);

        public Trap()
        {
            _listener.Server.DualMode = true;
            _listener.Start();
        }

        public string Port => ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        public int Connections => _listener.Pending() ? 1 : 0;

        public void Dispose() => _listener.Dispose();
    }
}
