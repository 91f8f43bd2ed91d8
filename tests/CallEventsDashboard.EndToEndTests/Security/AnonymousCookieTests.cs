using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>The one cookie that there is where nobody signs in, over either scheme.</summary>
public sealed class AnonymousCookieTests : IDisposable
{
    private readonly DirectoryInfo _keyRing = Directory.CreateTempSubdirectory("call-events-keys-");
    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task OverHttps_IsBoundToItsHost()
    {
        var cookie = await FormCookieAsync("https", ("Kestrel__Certificates__Default__Path", _authority.ServerFile), ("Kestrel__Certificates__Default__Password", TestAuthority.Password));

        Assert.Equal("__Host-callevents.form", cookie[0].Split('=')[0]);
        Assert.Equal(["httponly", "path=/", "samesite=strict", "secure"], cookie[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OverHttp_IsOneThatABrowserTakes()
    {
        var cookie = await FormCookieAsync("http");

        Assert.Equal("callevents.form", cookie[0].Split('=')[0]);
        Assert.Equal(["httponly", "path=/", "samesite=strict"], cookie[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task BehindAProxyThatEndsTls_IsBoundToItsHost()
    {
        var cookie = await FormCookieAsync("http", ("ForwardedHeaders__KnownProxies", "127.0.0.1"));

        Assert.Equal("__Host-callevents.form", cookie[0].Split('=')[0]);
        Assert.Contains("secure", cookie);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _keyRing.Delete(recursive: true);
    }

    /// <returns>Name and value, then the attributes.</returns>
    private async Task<string[]> FormCookieAsync(string scheme, params (string Name, string Value)[] settings)
    {
        await using var app = await PlainApp.StartAsync(scheme, _keyRing.FullName, settings);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, SslOptions = { CertificateChainPolicy = _authority.Trust } }, disposeHandler: true) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.9");
        using var answer = await client.GetAsync("/keys", TestContext.Current.CancellationToken);
        return Assert.Single(answer.Headers.GetValues("Set-Cookie")).Split("; ");
    }
}
