using System.Net;

namespace CallEventsDashboard.Sandbox;

public sealed class FaultTests : IDisposable
{
    private readonly SimulatedTime _time = SandboxAccount.Clock();
    private readonly SandboxApi _api;
    private readonly SandboxClient _client;

    public FaultTests()
    {
        _api = SandboxAccount.Open(new SandboxOptions { Events = 300 }, _time);
        _client = new SandboxClient(_api);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(Fault.Unauthorized, null, 401, "10009")]
    [InlineData(Fault.Forbidden, null, 403, "10010")]
    [InlineData(Fault.NotFound, null, 404, "10005")]
    [InlineData(Fault.InvalidFilter, null, 422, "10031 filter[name]")]
    [InlineData(Fault.RateLimited, null, 429, "10011")]
    [InlineData(Fault.ServerError, null, 500, "10007")]
    [InlineData(Fault.ServerError, 503, 503, "10007")]
    public async Task Refusal_AsAFault_HasStatusAndEnvelope(Fault fault, int? asked, int status, string error)
    {
        _api.Faults = new SandboxFaults { Fault = fault, Status = asked };

        var answer = await _client.FailAsync("filter[name]=x");

        Assert.Equal((status, error), (answer.Status, Assert.Single(answer.Errors)));
    }

    [Theory]
    [InlineData(Fault.BadGatewayHtml, 502, "text/html")]
    [InlineData(Fault.Html, 200, "text/html")]
    [InlineData(Fault.Empty, 200, "application/json")]
    [InlineData(Fault.WrongShape, 200, "application/json")]
    [InlineData(Fault.TooLarge, 200, "application/json")]
    [InlineData(Fault.Redirect, 302, "application/json")]
    public async Task Body_AsAFault_IsNotAPage(Fault fault, int status, string type)
    {
        _api.Faults = new SandboxFaults { Fault = fault };

        using var response = await _client.SendAsync(cancellationToken: Token);
        var length = (await response.Content.ReadAsByteArrayAsync(Token)).Length;

        Assert.Equal((status, type), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(length, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task Times_Spent_EndTheFault()
    {
        _api.Faults = new SandboxFaults { Fault = Fault.ServerError, Times = 2 };

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++)
        {
            using var response = await _client.SendAsync(cancellationToken: Token);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task Truncated_Body_EndsBeforeItsLength()
    {
        _api.Faults = new SandboxFaults { Fault = Fault.Truncated };
        using var response = await _client.SendAsync(cancellationToken: Token);

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync(Token));

        Assert.Equal(HttpRequestError.ResponseEnded, exception.InnerException is HttpIOException inner ? inner.HttpRequestError : ((HttpIOException)exception).HttpRequestError);
    }

    [Fact]
    public async Task Reset_Connection_IsAConnectionError()
    {
        _api.Faults = new SandboxFaults { Fault = Fault.Reset };

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => _client.SendAsync(cancellationToken: Token));

        Assert.Equal(HttpRequestError.ConnectionError, exception.HttpRequestError);
    }

    [Fact]
    public async Task Hung_Request_EndsOnlyByCancellation()
    {
        _api.Faults = new SandboxFaults { Fault = Fault.Hung };
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var pending = _client.SendAsync(cancellationToken: cancellation.Token);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(pending.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    [Fact]
    public async Task Slow_Body_NeedsTheClock()
    {
        _api.Faults = new SandboxFaults { Fault = Fault.Slow };
        using var response = await _client.SendAsync(cancellationToken: Token);

        var pending = response.Content.ReadAsByteArrayAsync(Token);
        Assert.False(pending.IsCompleted);
        while (!pending.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(response.Content.Headers.ContentLength, (await pending).Length);
    }

    [Fact]
    public async Task Latency_BeforeAnAnswer_IsByTheClock()
    {
        _api.Faults = new SandboxFaults { LatencyMs = 150 };

        var pending = _client.SendAsync(cancellationToken: Token);
        _time.Advance(TimeSpan.FromMilliseconds(149));
        Assert.False(pending.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(HttpStatusCode.OK, (await pending).StatusCode);
    }

    [Theory]
    [InlineData(LimitHeader.RetryAfter, "Retry-After", "7")]
    [InlineData(LimitHeader.RetryAfterDate, "Retry-After", "Mon, 23 Nov 2026 14:30:07 GMT")]
    [InlineData(LimitHeader.ResetSeconds, "x-ratelimit-reset", "7")]
    [InlineData(LimitHeader.ResetEpoch, "x-ratelimit-reset", "1795444207")]
    public async Task RateLimit_InEachForm_SaysHowLong(LimitHeader form, string name, string value)
    {
        _api.Faults = new SandboxFaults { Fault = Fault.RateLimited, RetryAfter = "7", LimitHeader = form };

        using var response = await _client.SendAsync(cancellationToken: Token);

        Assert.Equal(value, response.Headers.GetValues(name).Single());
        Assert.Equal("0", response.Headers.GetValues("x-ratelimit-remaining").Single());
        Assert.Single(new[] { "Retry-After", "x-ratelimit-reset" }, response.Headers.Contains);
    }

    [Fact]
    public async Task Answer_WhenHealthy_TellsTimeAndLimits()
    {
        _api.Faults = new SandboxFaults { RateLimitRemaining = 3 };

        using var response = await _client.SendAsync(cancellationToken: Token);

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 14, 30, 0, TimeSpan.Zero), response.Headers.Date);
        Assert.Equal("3", response.Headers.GetValues("x-ratelimit-remaining").Single());
    }

    [Fact]
    public async Task Totals_Drifting_AreWrongByNoMoreThanAsked()
    {
        _api.Faults = new SandboxFaults { TotalsDrift = 2 };

        var totals = new HashSet<int>();
        for (var i = 0; i < 10; i++)
            totals.Add(await _client.CountAsync(""));

        Assert.Equal([298, 299, 300, 301, 302], totals.Order());
    }

    [Fact]
    public async Task Rows_LateNewAndExpired_ChangeTheTotalOnce()
    {
        _api.Faults = new SandboxFaults { LateRows = 100, NewRows = 50, ExpireRows = 10 };

        Assert.Equal(440, await _client.CountAsync(""));
        Assert.Equal(50, await _client.CountAsync("filter[occurred_at][gt]=2026-11-23T14:30:00Z"));
        Assert.Equal(SandboxFaults.None, _api.Faults);
    }

    [Fact]
    public void Requests_Served_AreLoggedWithoutKeys()
    {
        _api.Handle(new SandboxRequest("GET", SandboxRequest.CallEventsPath, "?page[size]=1", "Bearer KEY_SECRET"));

        Assert.Equal(new SandboxServed(_time.GetUtcNow(), "GET", SandboxRequest.CallEventsPath, "?page[size]=1", 200), Assert.Single(_api.Requests));
        Assert.Equal(1, _api.RequestCount);
    }
}
