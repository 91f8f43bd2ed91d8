using System.Net;
using System.Net.WebSockets;
using System.Text;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>How large a request and a message to the hub may be.</summary>
public sealed class LimitTests(PlainApp app) : IClassFixture<PlainApp>
{
    private const int LargestBody = 256 * 1024;
    private const int LargestMessage = 32 * 1024;

    [Theory]
    [InlineData("/keys")]
    [InlineData("/signout")]
    [InlineData("/_blazor/negotiate?negotiateVersion=1")]
    [InlineData("/no-such-page")]
    public async Task Body_BeyondTheLimit_IsRefusedUnread(string path)
    {
        foreach (var (size, isTooLarge) in new[] { (LargestBody + 1, true), (LargestBody, false) })
        {
            // Asked before it is sent: who sends at once may find the connection closed instead of an answer.
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[size]) };
            request.Headers.ExpectContinue = true;
            using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(isTooLarge, answer.StatusCode == HttpStatusCode.RequestEntityTooLarge);
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task Message_WithinTheLimit_IsAnswered_AndBeyondItEndsTheConnection()
    {
        using var hub = await ConnectAsync();

        await SendAsync(hub, LargestMessage - 1024);
        Assert.Contains("hunted", await ReceiveUntilAsync(hub, "hunted"), StringComparison.Ordinal);

        await SendAsync(hub, LargestMessage + 1);
        Assert.Contains("closed", await ReceiveUntilAsync(hub, "never said"), StringComparison.Ordinal);
    }

    private async Task<ClientWebSocket> ConnectAsync()
    {
        var address = app.Process.Address;
        var hub = new ClientWebSocket();
        hub.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await hub.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor" }.Uri, TestContext.Current.CancellationToken);
        await hub.SendAsync("""{"protocol":"blazorpack","version":1}"""u8.ToArray().Append((byte)0x1e).ToArray(), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        return hub;
    }

    /// <summary>Calls a method that the hub does not have, by the id "hunted", with one text as its argument: [1, {}, id, target, [text], []] in MessagePack.</summary>
    private static async Task SendAsync(ClientWebSocket hub, int size)
    {
        byte[] head = [0x96, 0x01, 0x80, .. Text("hunted"), .. Text("NoSuchMethod"), 0x91, 0xda];
        var text = size - head.Length - 3;
        byte[] message = [.. head, (byte)(text >> 8), (byte)text, .. Enumerable.Repeat((byte)'x', text), 0x90];
        Assert.Equal(size, message.Length);
        byte[] framed = [(byte)(size & 0x7f | 0x80), (byte)(size >> 7 & 0x7f | 0x80), (byte)(size >> 14), .. message];
        await hub.SendAsync(framed, WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);

        static byte[] Text(string text) => [(byte)(0xa0 | text.Length), .. Encoding.ASCII.GetBytes(text)];
    }

    /// <returns>What came, and at the end "closed" when the server ended the connection.</returns>
    private static async Task<string> ReceiveUntilAsync(ClientWebSocket hub, string expected)
    {
        var received = new StringBuilder();
        var buffer = new byte[16 * 1024];
        while (!received.ToString().Contains(expected, StringComparison.Ordinal))
        {
            try
            {
                var part = await hub.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
                if (part.MessageType == WebSocketMessageType.Close)
                    return received.Append(" closed").ToString();
                received.Append(Encoding.Latin1.GetString(buffer, 0, part.Count));
            }
            catch (WebSocketException)
            {
                return received.Append(" closed").ToString();
            }
        }

        return received.ToString();
    }
}
