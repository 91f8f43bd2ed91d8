using System.Net;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>What every answer carries, and whose word the app takes.</summary>
public sealed class HeaderTests(PlainApp app) : IClassFixture<PlainApp>
{
    private static readonly string[] Required =
    [
        "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy", "Referrer-Policy",
        "X-Content-Type-Options", "X-Frame-Options",
    ];

    [Theory]
    [InlineData("GET", "/keys", 200)]
    [InlineData("GET", "/events?from=%2B12025550142", 200)]
    [InlineData("GET", "/app.css", 200)]
    [InlineData("GET", "/theme.js", 200)]
    [InlineData("GET", "/_framework/blazor.web.js", 200)]
    [InlineData("GET", "/healthz", 200)]
    [InlineData("GET", "/readyz", 200)]
    [InlineData("GET", "/no-such-page", 404)]
    [InlineData("GET", "/too-many-tabs", 429)]
    [InlineData("GET", "/_blazor/initializers", 200)]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", 403)]
    [InlineData("POST", "/keys", 400)]
    [InlineData("POST", "/no-such-page", 400)]
    [InlineData("DELETE", "/keys", 400)]
    public async Task EveryAnswer_CarriesTheHeaders(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([new("name", "value")]);
        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        AssertHeaders(answer);
    }

    [Fact]
    public async Task Policy_AllowsNoInlineScriptAndNoInlineStyleElement()
    {
        using var answer = await app.Client.GetAsync("/keys", TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"))
            .Split("; ").ToDictionary(directive => directive.Split(' ')[0], directive => directive[directive.IndexOf(' ', StringComparison.Ordinal)..].Trim(), StringComparer.Ordinal);

        Assert.Equal("'none'", policy["default-src"]);
        Assert.Equal("'self'", policy["script-src"]);
        Assert.Equal("'self'", policy["base-uri"]);
        Assert.Equal("'self'", policy["connect-src"]);
        Assert.Equal("'none'", policy["frame-ancestors"]);
        Assert.Equal("'unsafe-inline'", policy["style-src-attr"]);
        var styles = policy["style-src"].Split(' ');
        Assert.Equal(6, styles.Length);
        Assert.All(styles[1..], source => Assert.StartsWith("'sha256-", source, StringComparison.Ordinal));
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task HostThatIsNotAllowed_IsRefused_WithTheHeaders()
    {
        using var ring = new TemporaryFolder();
        await using var named = await PlainApp.StartAsync(ring.Path, ("AllowedHosts", "calls.example.com"));
        using var client = PlainApp.ClientOf(named.Address);

        using var refused = await client.GetAsync("/healthz", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Headers = { Host = "calls.example.com" } };
        using var answered = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        AssertHeaders(refused);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Theory]
    [InlineData("", "https://calls.example.com", "")]
    [InlineData("192.0.2.7", "https://calls.example.com", "")]
    [InlineData("127.0.0.1", "http://calls.example.com https://evil.example", "https://calls.example.com")]
    [InlineData("10.0.0.0/8,127.0.0.0/8", "", "https://calls.example.com")]
    public async Task ForwardedHeaders_AreBelievedOfConfiguredProxiesOnly(string proxies, string refused, string believed)
    {
        var key = proxies.Contains('/', StringComparison.Ordinal) ? "ForwardedHeaders__KnownNetworks" : "ForwardedHeaders__KnownProxies";
        using var ring = new TemporaryFolder();
        await using var behind = await PlainApp.StartAsync(ring.Path, (key, proxies), ("AllowedHosts", "calls.example.com;127.0.0.1"), ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true"));
        using var client = PlainApp.ClientOf(behind.Address);

        foreach (var origin in refused.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal((HttpStatusCode.Forbidden, false), await AskAsync(client, new Uri(origin)));
        foreach (var origin in believed.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Assert.Equal((HttpStatusCode.OK, true), await AskAsync(client, new Uri(origin)));

        static async Task<(HttpStatusCode Status, bool IsStrict)> AskAsync(HttpClient client, Uri origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
            request.Headers.Add("Origin", $"https://{origin.Host}");
            request.Headers.Add("X-Forwarded-For", "198.51.100.9");
            request.Headers.Add("X-Forwarded-Proto", origin.Scheme);
            request.Headers.Add("X-Forwarded-Host", origin.Host);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return (answer.StatusCode, answer.Headers.Contains("Strict-Transport-Security"));
        }
    }

    private static void AssertHeaders(HttpResponseMessage answer)
    {
        Assert.All(Required, name => Assert.True(answer.Headers.Contains(name), $"{name} is missing"));
        Assert.False(answer.Headers.Contains("Server"));
        Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }
}
