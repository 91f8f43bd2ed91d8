using System.Net;

namespace CallEventsDashboard.Telnyx;

public sealed class CallEventsClientErrorTests
{
    private const string EnumError = """{"errors":[{"code":"10032","title":"Invalid enumerated value","detail":"The value must be one of: command, webhook.","source":{"parameter":"filter[type]"}}]}""";
    private const string KeyError = """{"errors":[{"code":"10009","title":"Authentication failed","detail":"The required authentication headers were either invalid or not included in the request."}]}""";

    [Theory]
    [InlineData(301, TelnyxError.Unavailable, 1)]
    [InlineData(304, TelnyxError.Unavailable, 1)]
    [InlineData(400, TelnyxError.InvalidRequest, 1)]
    [InlineData(401, TelnyxError.Unauthorized, 1)]
    [InlineData(403, TelnyxError.Forbidden, 1)]
    [InlineData(404, TelnyxError.Unavailable, 1)]
    [InlineData(408, TelnyxError.Timeout, 3)]
    [InlineData(418, TelnyxError.Unavailable, 1)]
    [InlineData(422, TelnyxError.InvalidRequest, 1)]
    [InlineData(429, TelnyxError.RateLimited, 1)]
    [InlineData(500, TelnyxError.Unavailable, 3)]
    [InlineData(502, TelnyxError.Unavailable, 3)]
    [InlineData(503, TelnyxError.Unavailable, 3)]
    [InlineData(504, TelnyxError.Unavailable, 3)]
    public async Task ListAsync_Status_DecidesErrorAndAttempts(int status, TelnyxError expected, int attempts)
    {
        foreach (var body in new[] { "", "<html>oops</html>", "{}", "[]", """{"errors":null}""", """{"errors":["x"]}""", """{"errors":[{"code":10011}]}""" })
        {
            using var fixture = new ClientFixture(StubHandler.Status(status, body));

            var failure = await fixture.FailAsync();

            Assert.Equal((expected, (HttpStatusCode)status), (failure.Error, failure.StatusCode));
            Assert.Equal(attempts, fixture.Handler.Asked.Count);
        }
    }

    [Fact]
    public async Task ListAsync_RefusedFilter_NamesTheParameterAndKeepsTelnyxsWords()
    {
        using var fixture = new ClientFixture(StubHandler.Status(422, EnumError));

        var failure = await fixture.FailAsync();

        Assert.Equal(
            ("10032", "filter[type]", "Invalid enumerated value: The value must be one of: command, webhook."),
            (failure.Code, failure.Parameter, failure.Detail));
    }

    [Fact]
    public async Task ListAsync_SeveralErrors_TakesTheOneWithAParameter()
    {
        using var fixture = new ClientFixture(StubHandler.Status(400, """{"errors":[{"code":"1","title":"a"},{"code":"2","title":"b","source":{"parameter":"page[size]"}}]}"""));

        var failure = await fixture.FailAsync();

        Assert.Equal(("2", "b", "page[size]"), (failure.Code, failure.Detail, failure.Parameter));
    }

    [Fact]
    public async Task ListAsync_NumericCode_IsReadAsText()
    {
        using var fixture = new ClientFixture(StubHandler.Status(404, """{"errors":[{"code":404,"title":"Not Found"}]}"""));

        Assert.Equal("404", (await fixture.FailAsync()).Code);
    }

    [Fact]
    public async Task ListAsync_BadKey_IsRefusedAndNeverShown()
    {
        using var fixture = new ClientFixture(StubHandler.Status(401, KeyError));

        var failure = await fixture.FailAsync();

        Assert.True(failure.IsKeyRefused);
        Assert.Equal("The request to Telnyx failed: Unauthorized, HTTP 401.", failure.Message);
        Assert.DoesNotContain("KEY", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_HostileWords_AreOneShortLineWithoutKeys()
    {
        var words = $"KEY0123456789ABCDEF_secret and KEYabcdefghijkl\\r\\n\\u001b[31m\\u202Eeman {new string('x', 1000)}";
        using var fixture = new ClientFixture(StubHandler.Status(403, $$"""{"errors":[{"title":"{{words}}"}]}"""));

        var detail = (await fixture.FailAsync()).Detail;

        Assert.Equal($"… and …   [31meman {new string('x', 280)}…", detail);
    }

    public static TheoryData<Exception, TelnyxErrorReason> Connections { get; } = new()
    {
        { new HttpRequestException(HttpRequestError.NameResolutionError), TelnyxErrorReason.NameNotFound },
        { new HttpRequestException(HttpRequestError.SecureConnectionError), TelnyxErrorReason.NoSecureConnection },
        { new HttpRequestException(HttpRequestError.ConnectionError), TelnyxErrorReason.NotConnected },
        { new IOException("reset"), TelnyxErrorReason.NotConnected },
    };

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task ListAsync_NoConnection_IsUnavailableAfterThreeAttempts(Exception cause, TelnyxErrorReason reason)
    {
        using var fixture = new ClientFixture(StubHandler.Throw(cause));

        var failure = await fixture.FailAsync();

        Assert.Equal((TelnyxError.Unavailable, reason, null), (failure.Error, failure.Reason, failure.StatusCode));
        Assert.Equal(3, fixture.Handler.Asked.Count);
    }

    [Theory]
    [InlineData("Retry-After", "17", 17)]
    [InlineData("Retry-After", "0", 1)]
    [InlineData("Retry-After", "2.5", 2.5)]
    [InlineData("Retry-After", "3600", 60)]
    [InlineData("Retry-After", "99999999999999999999", 60)]
    [InlineData("Retry-After", "Mon, 23 Nov 2026 10:00:20 GMT", 20)]
    [InlineData("Retry-After", "Mon, 23 Nov 2026 09:00:20 GMT", 1)]
    [InlineData("Retry-After", "soon", 60)]
    [InlineData("Retry-After", "-3", 60)]
    [InlineData("x-ratelimit-reset", "17", 17)]
    [InlineData("x-ratelimit-reset", "1795428012", 12)]
    [InlineData("x-ratelimit-reset", "1795428012500", 12.5)]
    [InlineData("x-ratelimit-reset", "1640995200", 1)]
    [InlineData("x-ratelimit-reset", "x", 60)]
    [InlineData("x-other", "9", 60)]
    public async Task ListAsync_RateLimited_SaysHowLongToWait(string header, string value, double seconds)
    {
        using var fixture = new ClientFixture(StubHandler.Answer(HttpStatusCode.TooManyRequests, "", headers: (header, value)));

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await fixture.FailAsync()).RetryAfter);
    }

    [Theory]
    [InlineData("Mon, 23 Nov 2026 12:00:44 GMT", "40, 40;w=60", "15", 16)]
    [InlineData("Mon, 23 Nov 2026 12:00:44 GMT", "40, 40;w=60", "16", 16)]
    [InlineData("Mon, 23 Nov 2026 12:00:44 GMT", "40, 40;w=60", null, 16)]
    [InlineData("Mon, 23 Nov 2026 12:00:44 GMT", "40", "7", 7)]
    [InlineData("Mon, 23 Nov 2026 12:00:44 GMT", null, null, 16)]
    [InlineData("Mon, 23 Nov 2026 12:00:59 GMT", "40, 40;w=60", "0", 1)]
    [InlineData("Mon, 23 Nov 2026 12:00:59 GMT", "5, 5;w=1", "1", 1)]
    public async Task ListAsync_RateLimitedWithoutRetryAfter_WaitsForTheNextWindow(string date, string? limit, string? reset, double seconds)
    {
        (string, string?)[] headers = [("Date", date), ("x-ratelimit-limit", limit), ("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", reset), ("x-envoy-ratelimited", "true")];
        using var fixture = new ClientFixture(StubHandler.Answer(HttpStatusCode.TooManyRequests, "", headers: [.. headers.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!))]));

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await fixture.FailAsync()).RetryAfter);
    }

    [Fact]
    public async Task ListAsync_RateLimited_PrefersRetryAfterAndTheServicesClock()
    {
        using var fixture = new ClientFixture(StubHandler.Answer(
            HttpStatusCode.TooManyRequests,
            "",
            headers: [("Retry-After", "Mon, 23 Nov 2026 12:00:20 GMT"), ("x-ratelimit-reset", "3"), ("Date", "Mon, 23 Nov 2026 12:00:00 GMT")]));

        var failure = await fixture.FailAsync();

        Assert.Equal(TimeSpan.FromSeconds(20), failure.RetryAfter);
    }

    [Fact]
    public async Task ListAsync_OtherStatus_HasNoWait()
    {
        using var fixture = new ClientFixture(StubHandler.Answer(HttpStatusCode.Forbidden, "", headers: ("Retry-After", "3")));

        Assert.Null((await fixture.FailAsync()).RetryAfter);
    }
}
