using System.Net;

namespace CallEventsDashboard.Sandbox;

public sealed class RequestLimitTests : IDisposable
{
    private readonly SimulatedTime _time = SandboxAccount.Clock();
    private readonly SandboxClient _client;

    public RequestLimitTests()
    {
        _time.Advance(TimeSpan.FromSeconds(44.25));
        _client = new SandboxClient(SandboxAccount.Open(new SandboxOptions { Events = 10, RateLimit = new RequestLimit(3, TimeSpan.FromMinutes(1)) }, _time));
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Requests_BeyondTheLimit_AreRefusedUntilTheMinuteEnds()
    {
        Assert.Equal((HttpStatusCode.OK, "3, 3;w=60", "2", "16", false), await AskAsync());
        await AskAsync();
        Assert.Equal((HttpStatusCode.OK, "3, 3;w=60", "0", "16", false), await AskAsync());
        Assert.Equal((HttpStatusCode.TooManyRequests, "3, 3;w=60", "0", "16", true), await AskAsync());
        _time.Advance(TimeSpan.FromSeconds(15.4));
        Assert.Equal((HttpStatusCode.TooManyRequests, "3, 3;w=60", "0", "1", true), await AskAsync());

        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal((HttpStatusCode.OK, "3, 3;w=60", "2", "60", false), await AskAsync());
    }

    [Fact]
    public async Task Refusal_HasTelnyxsEnvelopeAndNoRetryAfter()
    {
        for (var i = 0; i < 3; i++)
            await AskAsync();

        var answer = await _client.FailAsync("filter[name]=x");
        Assert.Equal((429, "10011"), (answer.Status, Assert.Single(answer.Errors)));
        using var response = await _client.SendAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(response.Headers.Contains("Retry-After"));
    }

    private async Task<(HttpStatusCode Status, string Limit, string Remaining, string Reset, bool IsRefused)> AskAsync()
    {
        using var response = await _client.SendAsync(cancellationToken: TestContext.Current.CancellationToken);
        string Header(string name) => response.Headers.GetValues(name).Single();
        return (response.StatusCode, Header("x-ratelimit-limit"), Header("x-ratelimit-remaining"), Header("x-ratelimit-reset"), response.Headers.Contains("x-envoy-ratelimited"));
    }
}
