using System.Net;
using System.Text;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

public sealed class CallEventsClientPageTests
{
    private static readonly CallEventsClientOptions OneAttempt = new() { MaxAttempts = 1 };

    [Fact]
    public async Task ListAsync_Page_HasRowsInOrderNumbersAndTheServicesClock()
    {
        using var fixture = new ClientFixture(StubHandler.Answer(
            HttpStatusCode.OK,
            $$"""{"data":[{{SampleRecords.FieldCommand}},{{SampleRecords.DocumentedWebhook}}],"meta":{"page_number":2,"page_size":25,"total_pages":3,"total_results":55} }""",
            headers: ("Date", "Mon, 23 Nov 2026 10:00:01 GMT")));

        var page = await fixture.ListAsync();

        Assert.Equal(["speak", "call.hangup"], page.Events.Select(callEvent => callEvent.Name));
        Assert.Equal((2, 25, 3, 55L), (page.PageNumber, page.PageSize, page.TotalPages, page.TotalResults));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 0, 1, TimeSpan.Zero), page.ServedAt);
    }

    [Fact]
    public async Task ListAsync_Request_CarriesTheKeyInTheHeaderOnly()
    {
        using var fixture = new ClientFixture(StubHandler.Ok(ClientFixture.EmptyPage));

        await fixture.ListAsync();

        Assert.Equal("Bearer KEY0123456789ABCDEF_secret", Assert.Single(fixture.Handler.Authorizations));
        Assert.Equal("https://api.example.test/v2/call_events?page[number]=1&page[size]=250", Assert.Single(fixture.Handler.Asked).AbsoluteUri);
    }

    [Theory]
    [InlineData("""{"data":[]}""", null)]
    [InlineData("""{"data":[],"meta":null}""", null)]
    [InlineData("""{"data":[],"meta":[7]}""", null)]
    [InlineData("""{"data":[],"meta":{"total_results":"55"}}""", 55L)]
    [InlineData("""{"data":[],"meta":{"total_results":-1}}""", null)]
    [InlineData("""{"data":[],"meta":{"total_results":1e300}}""", null)]
    [InlineData("""{"data":[],"meta":{"total_results":9223372036854775807}}""", null)]
    [InlineData("""{"data":[],"meta":{"total_results":{}}}""", null)]
    [InlineData("""{"data":[],"meta":{"cursors":{"after":"v1:a"},"next":"/v2/x","total_items":50}}""", null)]
    [InlineData("\uFEFF{\"data\":[],\"meta\":{\"total_results\":3}}", 3L)]
    public async Task ListAsync_AnyMeta_IsTolerated(string body, long? total)
    {
        using var fixture = new ClientFixture(StubHandler.Ok(body));

        Assert.Equal(total, (await fixture.ListAsync()).TotalResults);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"data":[{"name":"x"} {"name":"y"}]}""")]
    [InlineData("""{"data":[1,]}""")]
    [InlineData("call events")]
    [InlineData("{} {}")]
    public async Task ListAsync_WrongShape_IsUnreadableAtOnce(string body)
    {
        using var fixture = new ClientFixture(StubHandler.Ok(body));

        Assert.Equal(TelnyxError.Unreadable, (await fixture.FailAsync()).Error);
        Assert.Empty(fixture.Retries);
    }

    [Fact]
    public async Task ListAsync_WebPage_IsUnreadableAtOnceAndSaysSo()
    {
        using var fixture = new ClientFixture(StubHandler.Answer(HttpStatusCode.OK, "\n<!doctype html><html></html>", "text/html"));

        var failure = await fixture.FailAsync();

        Assert.Equal(TelnyxError.Unreadable, failure.Error);
        Assert.Equal(TelnyxErrorReason.WebPage, failure.Reason);
        Assert.Empty(fixture.Retries);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("""{"data":[{"name":"call.han""")]
    [InlineData("""{"data":[],"meta":{}""")]
    public async Task ListAsync_BodyWithoutItsEnd_IsTriedAgain(string body)
    {
        using var fixture = new ClientFixture(StubHandler.Ok(body), StubHandler.Ok(ClientFixture.EmptyPage));

        Assert.Empty((await fixture.ListAsync()).Events);
        Assert.Equal(TelnyxError.Unreadable, Assert.Single(fixture.Retries).Reason.Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ListAsync_BodyAboveTheLimit_IsUnreadableAtOnce(bool lengthIsKnown)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"data":[],"x":"{{new string('x', 1024 * 1024)}}"}""");
        using var stream = new BrokenStream(body, _ => Task.CompletedTask);
        using var fixture = new ClientFixture(
            new CallEventsClientOptions { MaxBodyBytes = 1024 * 1024 },
            lengthIsKnown ? StubHandler.Ok(Encoding.UTF8.GetString(body)) : StubHandler.Body(stream));

        var failure = await fixture.FailAsync();

        Assert.Equal(TelnyxError.Unreadable, failure.Error);
        Assert.Equal((true, 1024 * 1024), (failure.IsTooLarge, failure.MaxBodyBytes));
        Assert.Empty(fixture.Retries);
    }

    [Theory]
    [InlineData("\"cut \\ud83d\"", "cut \uFFFD")]
    [InlineData("\"\\udc00\\ud83d\\ude00\"", "\uFFFD\U0001F600")]
    [InlineData("\"\\\\ud83d\"", "\\ud83d")]
    public async Task ListAsync_EscapedHalfOfASurrogatePair_IsReplacedInTheRecord(string text, string expected)
    {
        using var fixture = new ClientFixture(OneAttempt, StubHandler.Ok($$"""{"data":[{"name":{{text}}}]}"""));

        var callEvent = Assert.Single((await fixture.ListAsync()).Events);

        Assert.Equal(expected, callEvent.Name);
        Assert.Equal(expected, JsonElement.Parse(callEvent.Raw.Span).GetProperty("name").GetString());
    }

    [Fact]
    public async Task ListAsync_StrayByte_IsReplacedInTheRecord()
    {
        byte[] body = [.. "{\"data\":[{\"name\":\"a"u8, 0xFF, .. "b\"}]}"u8];
        using var stream = new MemoryStream(body);
        using var fixture = new ClientFixture(OneAttempt, StubHandler.Body(stream));

        Assert.Equal("a\uFFFDb", Assert.Single((await fixture.ListAsync()).Events).Name);
    }
}
