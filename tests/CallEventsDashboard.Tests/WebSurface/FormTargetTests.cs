using CallEventsDashboard.Authentication;

namespace CallEventsDashboard.WebSurface;

/// <summary>Signing out is a form that ends at the provider: a policy that leaves its address out makes the button do nothing.</summary>
public sealed class FormTargetTests
{
    [Theory]
    [InlineData("'self'", "Authentication:Mode=Anonymous")]
    [InlineData("'self' https://login.microsoftonline.com", "Authentication:Mode=EntraId")]
    [InlineData("'self' https://login.microsoftonline.us", "Authentication:Mode=entraid", "AzureAd:Instance=https://login.microsoftonline.us/")]
    [InlineData("'self' https://id.example.com", "Authentication:Mode=OpenIdConnect")]
    [InlineData("'self' https://id.example.com:8443", "Authentication:Mode=OpenIdConnect", "OpenIdConnect:Authority=https://id.example.com:8443/realms/staff")]
    public async Task Forms_MayEndAtTheAppAndItsProvider(string expected, params string[] settings)
    {
        await using var app = await RunningApp.StartAsync(settings);
        using var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }, disposeHandler: true) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Host = "calls.example.com";

        using var answer = await client.GetAsync("/healthz", TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Contains($"form-action {expected}", policy);
    }
}
