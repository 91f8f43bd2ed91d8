using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.Authentication;

/// <summary>What comes of a token that the framework's handler has found to be sound.</summary>
public sealed class ProviderEventsTests
{
    private readonly SignInNotes _journal = new();
    private readonly LogLines<ProviderEvents> _log = new();
    private readonly SimulatedTime _time = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Token_ThatARuleRefuses_EndsTheSignInWithItsReason()
    {
        var context = await ValidateAsync(new SignInOptions { RequiredGroups = ["staff"] }, ("groups", "guests"));

        Assert.Equal(SignInRefusal.Group, Assert.IsType<SignInRefusedException>(context.Result?.Failure).Refusal);
        Assert.Null((await ValidateAsync(new SignInOptions { RequiredGroups = ["staff"] }, ("groups", "staff"))).Result);
    }

    [Theory]
    [InlineData("CallEvents.Reveal", true)]
    [InlineData("CallEvents.Read", false)]
    public async Task Session_OfAPerson_KnowsWhetherTheyMayReveal(string role, bool expected)
    {
        var options = new SignInOptions { RevealRole = "CallEvents.Reveal" };
        var user = await BeginAsync(options, ("roles", role), (RevealRight.Claim, "true"));

        Assert.Equal(expected, new RevealRight(Options.Create(options), new FixedSignIn { User = user }).IsGiven);
        Assert.DoesNotContain(user.Claims, claim => claim.Type == "roles");
        Assert.Equal(new SignInEvent("sign-in", UserIdentity.From(user), user.FindFirst(SignInSessions.IdClaim)?.Value, "new"), Assert.Single(_journal.Written));
    }

    [Theory]
    [InlineData("mfa", null)]
    [InlineData("pwd", SignInRefusal.Assurance)]
    [InlineData(null, SignInRefusal.Assurance)]
    public async Task Token_OfAWeakerWay_IsRefused(string? acr, SignInRefusal? expected)
        => AssertRefused(expected, await ValidateAsync(new SignInOptions { AcrValues = "hwk mfa" }, ("acr", acr ?? "")));

    [Theory]
    [InlineData(10, null)]
    [InlineData(34, null)]
    [InlineData(36, SignInRefusal.Stale)]
    [InlineData(null, SignInRefusal.Stale)]
    public async Task Token_OfAnOldSignIn_IsRefusedWhereItsAgeMatters(int? minutes, SignInRefusal? expected)
    {
        var at = minutes is { } old ? $"{(_time.GetUtcNow() - TimeSpan.FromMinutes(old)).ToUnixTimeSeconds()}" : "";

        AssertRefused(expected, await ValidateAsync(new SignInOptions { MaxAge = TimeSpan.FromMinutes(30) }, ("auth_time", at)));
        AssertRefused(null, await ValidateAsync(new SignInOptions(), ("auth_time", at)));
    }

    [Fact]
    public async Task Token_OfAProviderThatDidNotAskAgain_IsRefusedAfterATimeOut()
    {
        var old = ("auth_time", $"{(_time.GetUtcNow() - TimeSpan.FromMinutes(6)).ToUnixTimeSeconds()}");
        var attempt = new AuthenticationProperties();
        SignInAttempt.MarkFresh(attempt, _time.GetUtcNow());

        AssertRefused(SignInRefusal.Stale, await ValidateAsync(new SignInOptions(), attempt, old));
        AssertRefused(null, await ValidateAsync(new SignInOptions(), attempt, ("auth_time", $"{_time.GetUtcNow().ToUnixTimeSeconds()}")));
        AssertRefused(null, await ValidateAsync(new SignInOptions(), attempt));
    }

    private static void AssertRefused(SignInRefusal? expected, TokenValidatedContext context)
        => Assert.Equal(expected, (context.Result?.Failure as SignInRefusedException)?.Refusal);

    private Task<TokenValidatedContext> ValidateAsync(SignInOptions options, params (string Type, string Value)[] claims) => ValidateAsync(options, new AuthenticationProperties(), claims);

    private async Task<TokenValidatedContext> ValidateAsync(SignInOptions options, AuthenticationProperties attempt, params (string Type, string Value)[] claims)
    {
        var provider = Provider(options);
        var context = new TokenValidatedContext(new DefaultHttpContext(), Scheme, provider, Token(claims), attempt)
        {
            SecurityToken = new JwtSecurityToken($"{Part("""{"alg":"RS256"}""")}.{Part("{}")}.c2lnbmVk"),
        };
        await provider.Events.TokenValidated(context);
        return context;
    }

    [Fact]
    public async Task Token_WithoutTheNameOfItsSession_IsWarnedOfOnce()
    {
        var provider = Provider(new SignInOptions());

        await BeginAsync(provider, ("sid", "s1"));
        Assert.Empty(_log.Written);
        await BeginAsync(provider);
        await BeginAsync(provider);

        Assert.StartsWith("Warning: The provider's tokens have no claim sid", Assert.Single(_log.Written), StringComparison.Ordinal);
    }

    private Task<ClaimsPrincipal> BeginAsync(SignInOptions options, params (string Type, string Value)[] claims) => BeginAsync(Provider(options), claims);

    private static async Task<ClaimsPrincipal> BeginAsync(OpenIdConnectOptions provider, params (string Type, string Value)[] claims)
    {
        var context = new TicketReceivedContext(new DefaultHttpContext(), Scheme, provider, new AuthenticationTicket(Token(claims), OpenIdConnectDefaults.AuthenticationScheme));
        await provider.Events.TicketReceived(context);
        return context.Principal!;
    }

    private OpenIdConnectOptions Provider(SignInOptions options)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(_time).AddSingleton<SignInSessions>().AddSingleton<ISignInJournal>(_journal).AddSingleton<ILogger<ProviderEvents>>(_log).AddSingleton(Options.Create(options)).BuildServiceProvider();
        var provider = new OpenIdConnectOptions { TokenValidationParameters = { RoleClaimType = "roles" } };
        ProviderEvents.Attach(provider, tenant: null, services);
        return provider;
    }

    private static AuthenticationScheme Scheme => new(OpenIdConnectDefaults.AuthenticationScheme, displayName: null, typeof(OpenIdConnectHandler));

    private static string Part(string json) => Base64UrlEncoder.Encode(json);

    private static ClaimsPrincipal Token(params (string Type, string Value)[] claims) => new(new ClaimsIdentity(
        claims.Select(claim => new Claim(claim.Type, claim.Value)).Concat([new("iss", "https://id.example.com"), new("sub", "ada")]), "token"));
}
