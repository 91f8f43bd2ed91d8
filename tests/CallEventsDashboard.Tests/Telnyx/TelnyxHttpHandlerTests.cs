using System.IO.Compression;
using System.Text;

namespace CallEventsDashboard.Telnyx;

public sealed class TelnyxHttpHandlerTests
{
    private static readonly byte[] EmptyPage = Encoding.UTF8.GetBytes(ClientFixture.EmptyPage);

    [Fact]
    public async Task Create_CompressedBody_IsRead()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answer("200 OK\r\nContent-Encoding: gzip\r\nConnection: close", Gzip(EmptyPage)));

        Assert.Equal(0, (await ListAsync(server)).TotalResults);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /v2/call_events?page[number]=1&page[size]=1 HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAccept: application/json\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nUser-Agent: CallEventsDashboard/", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAccept-Encoding: gzip", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_SmallBodyThatUnpacksToALargeOne_StopsAtTheLimit()
    {
        var bomb = Gzip(new byte[16 * 1024 * 1024]);
        Assert.InRange(bomb.Length, 0, 100_000);
        await using var server = new LoopbackServer(LoopbackServer.Answer("200 OK\r\nContent-Encoding: gzip\r\nConnection: close", bomb));

        var failure = await Assert.ThrowsAsync<TelnyxException>(() => ListAsync(server));

        Assert.Equal(TelnyxError.Unreadable, failure.Error);
        Assert.True(failure.IsTooLarge);
    }

    [Fact]
    public async Task Create_Redirect_IsNotFollowed()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answer("302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close"));

        Assert.Equal(TelnyxError.Unavailable, (await Assert.ThrowsAsync<TelnyxException>(() => ListAsync(server))).Error);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Create_Cookie_IsNotSentBack()
    {
        await using var server = new LoopbackServer(LoopbackServer.Answer($"200 OK\r\nSet-Cookie: a=b\r\nContent-Length: {EmptyPage.Length}\r\nConnection: close", EmptyPage));
        using var handler = TelnyxHttpHandler.Create(server.BaseAddress);

        await ListAsync(server, handler);
        await ListAsync(server, handler);

        Assert.Equal(2, server.Requests.Count);
        Assert.DoesNotContain("Cookie", server.Requests[1], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("200 OK\r\nContent-Length: 4000", TelnyxError.Unreadable)]
    [InlineData("200 OK\r\nTransfer-Encoding: chunked", TelnyxError.Unreadable)]
    [InlineData("200 OK\r\nContent-Encoding: gzip\r\nConnection: close", TelnyxError.Unreadable)]
    [InlineData("", TelnyxError.Unavailable)]
    [InlineData("503 Gone\r\nContent-Length: 4000", TelnyxError.Unavailable)]
    public async Task Create_AnswerThatBreaksOff_IsNamed(string head, TelnyxError expected)
    {
        await using var server = new LoopbackServer(head.Length == 0 ? "HTTP"u8.ToArray() : LoopbackServer.Answer(head, EmptyPage[..8]));

        Assert.Equal(expected, (await Assert.ThrowsAsync<TelnyxException>(() => ListAsync(server))).Error);
    }

    [Fact]
    public async Task Create_NobodyListens_IsUnavailable()
    {
        var server = new LoopbackServer([]);
        var address = server.BaseAddress;
        await server.DisposeAsync();
        using var handler = TelnyxHttpHandler.Create(address);

        Assert.Equal(TelnyxError.Unavailable, (await Assert.ThrowsAsync<TelnyxException>(() => ListAsync(address, handler))).Error);
    }

    private static async Task<CallEventPage> ListAsync(LoopbackServer server)
    {
        using var handler = TelnyxHttpHandler.Create(server.BaseAddress);
        return await ListAsync(server, handler);
    }

    private static Task<CallEventPage> ListAsync(LoopbackServer server, HttpMessageHandler handler) => ListAsync(server.BaseAddress, handler);

    private static async Task<CallEventPage> ListAsync(Uri address, HttpMessageHandler handler)
    {
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = address };
        var client = new CallEventsClient(http, TimeProvider.System, new CallEventsClientOptions { MaxAttempts = 1, MaxBodyBytes = 1024 * 1024 });
        return await client.ListAsync(ClientFixture.Key, CallEventFilter.None, PageRequest.Smallest, onRetry: null, TestContext.Current.CancellationToken);
    }

    private static byte[] Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(body);
        return packed.ToArray();
    }
}
