using System.Net;
using CallEventsDashboard.EndToEndTests.Harness;
using CallEventsDashboard.EndToEndTests.Harness.Provider;

namespace CallEventsDashboard.EndToEndTests.Hosting;

/// <summary>Below a path of somebody else's host, behind a real nginx, and behind two in a row.</summary>
public sealed class ReverseProxyTests(BrowserFixture browser) : IAsyncLifetime
{
    private readonly DirectoryInfo _keyRing = Directory.CreateTempSubdirectory("call-events-keys-");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _keyRing.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("/", "proxy_set_header X-Forwarded-Prefix /team/calls;", "")]
    [InlineData("", "", "/team/calls")]
    [InlineData("/", "", "/team/calls")]
    public async Task App_BelowAPath_LivesThere(string target, string header, string pathBase)
    {
        (string, string)[] setting = pathBase.Length > 0 ? [("PathBase", pathBase)] : [];
        await using var app = await PlainApp.StartAsync(_keyRing.FullName, [.. setting, ("ForwardedHeaders__KnownProxies", "127.0.0.1"), ("Sandbox__Enabled", "true")]);
        var port = Nginx.FreePorts(1)[0];
        await using var nginx = await Nginx.StartAsync(
            $$"""
            server {
              listen 127.0.0.1:{{port}};
              location /team/calls/ { proxy_pass {{app.Address.GetLeftPart(UriPartial.Authority)}}{{target}}; {{Nginx.Appends}} {{header}} }
            }
            """);
        var address = new Uri($"http://127.0.0.1:{port}/team/calls/");
        await using var visitor = await Visitor.OpenAsync(browser.Browser, address);

        await visitor.GoToAsync("");
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(address, "keys").ToString());
        await visitor.Button("Explore the sandbox").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(address, "events").ToString());
        await visitor.WaitForRowsAsync();
        await visitor.GoToAsync("no/such/page");
        await Expect(visitor.Page.GetByText("There is no page at this address")).ToBeVisibleAsync();
        await visitor.GoToAsync("sessions");
        await Expect(visitor.Page.GetByTestId("session-row").First).ToBeVisibleAsync();

        // Chromium itself complains about the status of the missing page.
        Assert.DoesNotContain(visitor.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
        using var client = PlainApp.ClientOf(address);
        using var health = await client.GetAsync("healthz", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task SignIn_BelowAPathBehindTwoProxies_ComesBackAndIsAlive()
    {
        using var authority = new TestAuthority();
        await using var provider = await SignInProvider.StartAsync(authority, tenant: null);
        await using var app = await PlainApp.StartAsync(
            _keyRing.FullName,
            ("Authentication__Mode", "OpenIdConnect"),
            ("AllowedHosts", "app.localhost"),
            ("ForwardedHeaders__KnownProxies", "127.0.0.2,127.0.0.3"),
            ("OpenIdConnect__Authority", provider.Authority.ToString()),
            ("OpenIdConnect__ClientId", SignInProvider.ClientId),
            ("OpenIdConnect__ClientSecret", SignInProvider.ClientSecret),
            ("SSL_CERT_FILE", authority.BundleFile));
        var ports = Nginx.FreePorts(2);
        await using var nginx = await Nginx.StartAsync(
            $$"""
            server {
              listen 127.0.0.1:{{ports[0]}} ssl;
              ssl_certificate {{authority.ServerPemFile}};
              ssl_certificate_key {{authority.ServerPemFile}};
              location /team/calls/ { proxy_pass http://127.0.0.1:{{ports[1]}}/; proxy_bind 127.0.0.2; {{Nginx.Appends}} proxy_set_header X-Forwarded-Prefix /team/calls; }
            }
            server {
              listen 127.0.0.1:{{ports[1]}};
              location / { proxy_pass {{app.Address.GetLeftPart(UriPartial.Authority)}}; proxy_bind 127.0.0.3; {{Nginx.Appends}} }
            }
            """);
        var address = new Uri($"https://app.localhost:{ports[0]}/team/calls/");
        await using var visitor = await Visitor.OpenAsync(browser.Browser, address, provider.Address, provider.EndSessionAddress);

        await visitor.GoToAsync("events?from=%2B12025550142");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = provider.Ada.Name, Exact = true }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(address, "events?from=%2B12025550142").ToString());
        await Expect(visitor.Page.GetByText($"Account of {provider.Ada.Name}")).ToBeVisibleAsync();
        await Expect(visitor.Alert).ToHaveAttributeAsync("data-error", "no-key");

        await visitor.Page.GetByTitle(provider.Ada.Name).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(new Uri(address, "signed-out").ToString());
        Assert.DoesNotContain(await visitor.CookiesAsync(), cookie => cookie.Name == "__Host-callevents.session");
    }
}
