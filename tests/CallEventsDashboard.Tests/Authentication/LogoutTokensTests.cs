using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.Authentication;

/// <summary>Tokens of a provider that is the right one in everything but one detail of them.</summary>
public sealed class LogoutTokensTests : IDisposable
{
    private const string Issuer = "https://id.example.com";
    private const string Client = "dashboard";

    private static readonly Dictionary<string, object> Events = new(StringComparer.Ordinal) { ["http://schemas.openid.net/event/backchannel-logout"] = new Dictionary<string, object>(StringComparer.Ordinal) };

    private readonly SimulatedTime _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _foreign = RSA.Create(2048);
    private readonly LogoutTokens _tokens;

    public LogoutTokensTests()
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
        configuration.SigningKeys.Add(new RsaSecurityKey(_key.ExportParameters(includePrivateParameters: false)) { KeyId = "k1" });
        var services = new ServiceCollection().AddOptions().Configure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, options =>
        {
            options.ClientId = Client;
            options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
        }).BuildServiceProvider();
        _tokens = new LogoutTokens(services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>(), _time);
    }

    [Fact]
    public async Task Token_OfTheProvider_NamesWhatIsOver_AndIsBelievedOnce()
    {
        var token = Write();

        Assert.Equal(new LogoutToken(Issuer, "s1", "ada"), await ReadAsync(token));
        Assert.Null(await ReadAsync(token));
        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await ReadAsync(token));
    }

    public static TheoryData<string> Flaws => ["issuer", "audience", "no events", "other event", "event that is no object", "nonce", "no jti", "no iat", "old", "of the future", "expired", "names nobody", "unknown key", "secret", "none", "id token", "access token", "garbage", "long"];

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task Token_WithOneFlaw_IsNotBelieved(string flaw)
    {
        var token = flaw switch
        {
            "issuer" => Write(it => it.Issuer = "https://evil.example"),
            "audience" => Write(it => it.Audience = "another-app"),
            "no events" => Write(it => it.Claims.Remove("events")),
            "other event" => Write(it => it.Claims["events"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["http://schemas.openid.net/event/other"] = new Dictionary<string, object>(StringComparer.Ordinal) }),
            "event that is no object" => Write(it => it.Claims["events"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["http://schemas.openid.net/event/backchannel-logout"] = "yes" }),
            "nonce" => Write(it => it.Claims["nonce"] = "n"),
            "no jti" => Write(it => it.Claims.Remove("jti")),
            "no iat" => Write(it => it.Claims.Remove("iat")),
            "old" => Write(it => it.Claims["iat"] = (_time.GetUtcNow() - TimeSpan.FromMinutes(6)).ToUnixTimeSeconds()),
            "of the future" => Write(it => it.Claims["iat"] = (_time.GetUtcNow() + TimeSpan.FromMinutes(6)).ToUnixTimeSeconds()),
            "expired" => Write(it => it.Claims["exp"] = (_time.GetUtcNow() - TimeSpan.FromMinutes(6)).ToUnixTimeSeconds()),
            "names nobody" => Write(it => _ = it.Claims.Remove("sid") & it.Claims.Remove("sub")),
            "unknown key" => Write(it => it.SigningCredentials = new(new RsaSecurityKey(_foreign) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256)),
            // The provider's public key as if it were a shared secret.
            "secret" => Write(it => it.SigningCredentials = new(new SymmetricSecurityKey(_key.ExportSubjectPublicKeyInfo()) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256)),
            "none" => Write(it => it.SigningCredentials = null),
            "id token" => Write(it => (it.Claims["nonce"], _) = ("n", it.Claims.Remove("events"))),
            "access token" => Write(it => it.TokenType = "at+jwt"),
            "garbage" => "a.b.c",
            _ => new string('a', 20_000),
        };

        Assert.Null(await ReadAsync(token));
    }

    [Fact]
    public async Task Token_WithTheSessionOrThePersonAlone_IsEnough()
    {
        Assert.Equal(new LogoutToken(Issuer, "s1", null), await ReadAsync(Write(it => it.Claims.Remove("sub"))));
        Assert.Equal(new LogoutToken(Issuer, null, "ada"), await ReadAsync(Write(it => (it.Claims["jti"], _) = ("j2", it.Claims.Remove("sid")))));
    }

    [Theory]
    [InlineData("s1", 1)]
    [InlineData("s2", 0)]
    [InlineData(null, 1)]
    public async Task Endpoint_WithAToken_EndsWhatItNames_AndSaysSo(string? session, int ended)
    {
        var (sessions, journal) = (new SignInSessions(_time, Options.Create(new SignInOptions())), new SignInNotes());
        var identity = new ClaimsIdentity([new("iss", Issuer), new("sub", "ada"), new("sid", "s1")], "test");
        sessions.Begin(identity, new SignInOrigin());
        var context = new DefaultHttpContext { Request = { ContentType = "application/x-www-form-urlencoded" } };
        var token = Write(it => _ = session is null ? it.Claims.Remove("sid") : (it.Claims["sid"] = session) is null);
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes($"logout_token={token}"));

        await BackChannelLogout.EndAsync(context, _tokens, sessions, journal, NullLogger<LogoutTokens>.Instance);

        Assert.Equal(200, context.Response.StatusCode);
        Assert.Equal(ended == 1 ? SignInState.Ended : SignInState.Live, sessions.StateOf(new ClaimsPrincipal(identity)));
        Assert.Equal(new SignInEvent("provider-logout", new UserIdentity(Issuer, "ada"), null, $"back channel, sessions ended: {ended}"), Assert.Single(journal.Written));
    }

    [Theory]
    [InlineData("")]
    [InlineData("logout_token=")]
    [InlineData("something=else")]
    public async Task Endpoint_WithoutAToken_SaysThatItIsInvalid(string form)
    {
        await using var app = await RunningApp.StartAsync("Authentication:Mode=OpenIdConnect");
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Host = "calls.example.com";
        using var body = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await client.PostAsync("/signout-backchannel", body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("""{"error":"invalid_request"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose()
    {
        _key.Dispose();
        _foreign.Dispose();
    }

    private Task<LogoutToken?> ReadAsync(string token) => _tokens.ReadAsync(token, TestContext.Current.CancellationToken);

    private string Write(Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Client,
            TokenType = "logout+jwt",
            SigningCredentials = new(new RsaSecurityKey(_key) { KeyId = "k1" }, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = "ada",
                ["sid"] = "s1",
                ["jti"] = "j1",
                ["iat"] = _time.GetUtcNow().ToUnixTimeSeconds(),
                ["events"] = Events,
            },
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }
}
