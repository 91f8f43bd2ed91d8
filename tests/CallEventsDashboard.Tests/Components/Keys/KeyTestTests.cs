using System.Net;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Keys;

public sealed class KeyTestTests
{
    private const string Secret = "KEY0123456789ABCDEF_example7f3a";

    [Theory]
    [InlineData(200, """{"data":[],"meta":{"total_results":12408}}""", "Works: 12,408 events in the last 24 hours.")]
    [InlineData(200, """{"data":[],"meta":{"total_results":1}}""", "Works: 1 event in the last 24 hours.")]
    [InlineData(200, """{"data":[],"meta":{"total_results":0}}""", "Works: no events in the last 24 hours.")]
    [InlineData(200, """{"data":[]}""", "Works: Telnyx accepts this key.")]
    [InlineData(401, "{}", "Telnyx does not accept this API key. It may be mistyped, revoked or expired. Save another key")]
    [InlineData(403, "{}", "This API key may not read call events. Choose a key that may")]
    [InlineData(404, "", "Telnyx can't be reached, so the key could not be tested. There are no call events at its address (HTTP 404).")]
    [InlineData(200, "<html>", "Telnyx's answer can't be read, so the key could not be tested. A web page came back")]
    [InlineData(422, "{}", "Telnyx refused the request, so the key could not be tested.")]
    public async Task Test_EachAnswer_IsPutInWords(int status, string body, string expected)
    {
        using var answer = new CannedAnswer((HttpStatusCode)status, body);
        var result = await TestAsync(answer);

        Assert.StartsWith(expected, result.Words, StringComparison.Ordinal);
        Assert.Equal(expected.StartsWith("Works", StringComparison.Ordinal), result.Works);
        Assert.DoesNotContain(Secret, result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_Once_SendsTheSmallestRequestToTheConfiguredAddress()
    {
        using var answer = new CannedAnswer(HttpStatusCode.OK, """{"data":[]}""");
        await TestAsync(answer);

        var (address, authorization) = Assert.Single(answer.Requests);
        Assert.StartsWith("http://127.0.0.1:5080/v2/call_events?", address?.ToString(), StringComparison.Ordinal);
        Assert.Contains("=1", Uri.UnescapeDataString(address?.Query ?? ""), StringComparison.Ordinal);
        Assert.DoesNotContain("filter", address?.Query, StringComparison.Ordinal);
        Assert.Equal($"Bearer {Secret}", authorization);
    }

    [Fact]
    public async Task Test_WhileTelnyxAsksToWait_SendsNothingAndSaysSo()
    {
        var budgets = new RequestBudgetRegistry(new SimulatedTime(), new Recorded().Work);
        using var limited = new CannedAnswer(HttpStatusCode.TooManyRequests, "{}");
        Assert.False((await TestAsync(limited, budgets)).Works);
        using var answer = new CannedAnswer(HttpStatusCode.OK, """{"data":[]}""");
        var result = await TestAsync(answer, budgets);

        Assert.Empty(answer.Requests);
        Assert.StartsWith("Rate limited by Telnyx, so the key could not be tested. Try again in ", result.Words, StringComparison.Ordinal);
    }

    private static async Task<KeyTestResult> TestAsync(CannedAnswer answer, RequestBudgetRegistry? budgets = null)
    {
        var services = new ServiceCollection();
        services.Configure<TelnyxOptions>(options => options.BaseUrl = "http://127.0.0.1:5080/v2");
        services.AddLogging().AddApiKeys();
        services.AddHttpClient(CallEventsClientFactory.TelnyxHttp).ConfigurePrimaryHttpMessageHandler(() => answer);
        await using var provider = services.BuildServiceProvider();
        var key = ApiKey.TryParse(Secret) ?? throw new InvalidOperationException();
        return await new KeyTest(provider.GetRequiredService<CallEventsClientFactory>(), budgets ?? new RequestBudgetRegistry(TimeProvider.System, new Recorded().Work), TimeProvider.System).TestAsync(new ApiAccount("Production", key, IsSandbox: false), TestContext.Current.CancellationToken);
    }
}
