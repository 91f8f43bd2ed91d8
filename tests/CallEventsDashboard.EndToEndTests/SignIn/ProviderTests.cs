using System.Net;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.SignIn;

/// <summary>How the app starts with a provider that is wrongly configured, or away.</summary>
public sealed class ProviderTests
{
    [Fact]
    public async Task Settings_ThatAreMissing_AreAllListedAndTheAppEnds()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var app = await ServerProcess.StartAsync([Published.App, "--urls", "http://127.0.0.1:0"], Settings(("Authentication__Mode", "EntraId")));
        });

        foreach (var key in new[] { "AzureAd:TenantId", "AzureAd:ClientId", "AzureAd:ClientSecret", "AllowedHosts" })
            Assert.Contains($"\n{key} ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_ThatDoesNotAnswer_IsNamedAndNotAFault()
    {
        await using var app = await ServerProcess.StartAsync([Published.App, "--urls", "http://127.0.0.1:0"], Settings(
            ("Authentication__Mode", "OpenIdConnect"),
            ("AllowedHosts", "127.0.0.1"),
            ("OpenIdConnect__Authority", "https://127.0.0.1:9/"),
            ("OpenIdConnect__ClientId", "dashboard"),
            ("OpenIdConnect__ClientSecret", "secret")));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true }, disposeHandler: true) { BaseAddress = app.Address };

        using var answer = await client.GetAsync("/events?name=call.hangup", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("data-reason=\"unavailable\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("returnUrl=%2Fevents%3Fname%3Dcall.hangup", answer.RequestMessage?.RequestUri?.Query, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DataProtection__KeyRing"] = Path.Combine(Path.GetTempPath(), "call-events-host-tests"),
        };
        foreach (var (name, value) in settings)
            all[name] = value;
        return all;
    }
}
