using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.WebSecurity;

/// <summary>The hub of the app as it starts, and clients that are no browsers.</summary>
public sealed class HubTests
{
    private const string Host = "calls.example.com";

    [Theory]
    [InlineData("1.1", "Http1")]
    [InlineData("2.0", "Http2")]
    public async Task WebSockets_BeyondTheLimit_AreRefused_UntilOneEnds(string version, string protocols)
    {
        await using var app = await RunningApp.StartAsync("Authentication:Mode=Anonymous", "Limits:ConnectionsPerAddress=3", $"Kestrel:EndpointDefaults:Protocols={protocols}");
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());
        var open = new List<ClientWebSocket>();
        for (var i = 0; i < 3; i++)
            open.Add(await OpenAsync(app, client, version));

        using var refused = New(version);
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(refused, app, client));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.HttpStatusCode);

        open[0].Abort();
        while (!await TryAsync(app, client, version))
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        open.ForEach(socket => socket.Dispose());
    }

    [Fact]
    public async Task Polling_BeyondTheLimit_IsRefused()
    {
        await using var app = await RunningApp.StartAsync("Authentication:Mode=Anonymous", "Limits:ConnectionsPerAddress=3");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Host = Host;
        client.DefaultRequestHeaders.Add("Origin", $"http://{Host}");

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var negotiated = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);
            using var answer = JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            using var polled = await client.GetAsync($"/_blazor?id={answer.RootElement.GetProperty("connectionToken").GetString()}", TestContext.Current.CancellationToken);
            statuses.Add(polled.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Connection_ThatNoPageUses_IsEndedByTheServer()
    {
        await using var app = await RunningApp.StartAsync("Authentication:Mode=Anonymous");
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());
        using var socket = await OpenAsync(app, client, "1.1");
        await socket.SendAsync(
            """{"protocol":"blazorpack","version":1}"""u8.ToArray().Append((byte)0x1e).ToArray(), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken)).MessageType is not WebSocketMessageType.Close)
            {
                // The answer to the handshake, and signs of life.
            }
        }
        catch (WebSocketException)
        {
            // It was ended without a farewell.
        }

        Assert.NotEqual(WebSocketState.Open, socket.State);
    }

    private static async Task<ClientWebSocket> OpenAsync(RunningApp app, HttpMessageInvoker client, string version)
    {
        var socket = New(version);
        await ConnectAsync(socket, app, client);
        return socket;
    }

    private static async Task<bool> TryAsync(RunningApp app, HttpMessageInvoker client, string version)
    {
        using var socket = New(version);
        try
        {
            await ConnectAsync(socket, app, client);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }

    private static ClientWebSocket New(string version)
    {
        var socket = new ClientWebSocket();
        socket.Options.HttpVersion = Version.Parse(version);
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Host", Host);
        socket.Options.SetRequestHeader("Origin", $"http://{Host}");
        return socket;
    }

    private static Task ConnectAsync(ClientWebSocket socket, RunningApp app, HttpMessageInvoker client) =>
        socket.ConnectAsync(new UriBuilder(app.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, client, TestContext.Current.CancellationToken);
}
