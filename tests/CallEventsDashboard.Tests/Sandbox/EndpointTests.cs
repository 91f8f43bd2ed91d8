using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace CallEventsDashboard.Sandbox;

/// <summary>Over a socket: what the handler cannot show.</summary>
public sealed class EndpointTests : IAsyncLifetime
{
    private readonly SandboxApi _api = SandboxAccount.Open(new SandboxOptions { Events = 300 }, TimeProvider.System);
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private WebApplication? _app;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapSandbox(_api);
        await _app.StartAsync(Token);
        _http.BaseAddress = new Uri(_app.Urls.Single());
        _http.DefaultRequestHeaders.Authorization = new("Bearer", "KEY_TEST");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app!.DisposeAsync();
    }

    [Fact]
    public async Task Page_OverHttp_IsThatOfTheApi()
    {
        using var response = await _http.GetAsync("/v2/call_events?page%5Bsize%5D=3&filter%5Bname%5D=call.hangup", Token);
        var page = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(3, page.GetProperty("data").GetArrayLength());
        Assert.Single(response.Headers.GetValues("Date"));
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync("/v2/messages", Token)).StatusCode);
    }

    [Fact]
    public async Task Faults_Posted_AreInForceAndAnswered()
    {
        using var answer = await _http.PostAsync("/_sandbox/faults", Json("""{"fault":"server-error","status":503,"times":2}"""), Token);
        using var failed = await _http.GetAsync("/v2/call_events", Token);

        Assert.Equal("server-error", (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("fault").GetString());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Equal(1, (await _http.GetFromJsonAsync<JsonElement>("/_sandbox/faults", Token)).GetProperty("times").GetInt32());
    }

    [Fact]
    public async Task Traps_Posted_AreInForceUntilTheyAreTakenBack()
    {
        using var set = await _http.PostAsync("/_sandbox/faults", Json("""{"traps":["no-balance"]}"""), Token);
        using var refused = await _http.GetAsync("/v2/balance", Token);
        using var reset = await _http.PostAsync("/_sandbox/faults", Json("{}"), Token);
        using var told = await _http.GetAsync("/v2/balance", Token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK), (set.StatusCode, refused.StatusCode, told.StatusCode));
    }

    [Theory]
    [InlineData("""{"falt":"hung","retries":2}""", "falt, retries")]
    [InlineData("""{"fault":"boom"}""", "fault")]
    [InlineData("""{"latencyMs":-1}""", "negative")]
    [InlineData("""[]""", "object")]
    [InlineData("""{""", "JSON")]
    public async Task Faults_ThatAreUnknown_AreRefusedByName(string faults, string named)
    {
        using var answer = await _http.PostAsync("/_sandbox/faults", Json(faults), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("problem").GetString(), StringComparison.Ordinal);
        Assert.Equal(SandboxFaults.None, _api.Faults);
    }

    [Theory]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.Reset)]
    public async Task Connection_BrokenOff_IsAFailureOfTheTransport(Fault fault)
    {
        _api.Faults = new SandboxFaults { Fault = fault };

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _http.GetStringAsync("/v2/call_events", Token));
    }

    [Fact]
    public async Task Requests_AreListedWithoutKeys()
    {
        await _http.GetStringAsync("/v2/call_events?page%5Bsize%5D=1", Token);

        var served = await _http.GetStringAsync("/_sandbox/requests", Token);

        Assert.Contains("page%5Bsize%5D=1", served, StringComparison.Ordinal);
        Assert.DoesNotContain("KEY_TEST", served, StringComparison.Ordinal);
    }

    private static StringContent Json(string text) => new(text, mediaType: new("application/json"));
}
