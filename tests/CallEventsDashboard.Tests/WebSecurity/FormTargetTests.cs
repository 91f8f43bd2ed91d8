using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.WebSecurity;

/// <summary>No form of the app ends on another site, whoever signs people in: signing out goes on from a page.</summary>
public sealed class FormTargetTests
{
    [Theory]
    [InlineData("Authentication:Mode=Anonymous")]
    [InlineData("Authentication:Mode=EntraId")]
    [InlineData("Authentication:Mode=OpenIdConnect")]
    public async Task Forms_EndAtTheAppAlone(string mode)
    {
        await using var app = await RunningApp.StartAsync(mode);
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, disposeHandler: true) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Host = "calls.example.com";

        using var answer = await client.GetAsync("/healthz", TestContext.Current.CancellationToken);

        Assert.Contains("form-action 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; "));
    }
}
