using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CallEventsDashboard.Authentication;

/// <summary>Reads the logout tokens of OpenID Connect Back-Channel Logout 1.0, and believes those that the provider made for this app a moment ago, once each.</summary>
internal sealed class LogoutTokens(IOptionsMonitor<OpenIdConnectOptions> providers, TimeProvider time)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const int LongestToken = 16 * 1024;

    // The clocks of two servers, and the way of the token.
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    /// <returns>Null for a token that is not to be believed.</returns>
    /// <exception cref="InvalidOperationException">The provider does not answer, like <see cref="IOException"/> and <see cref="HttpRequestException"/>.</exception>
    public async Task<LogoutToken?> ReadAsync(string token, CancellationToken cancellation)
    {
        if (token.Length is 0 or > LongestToken)
            return null;
        var provider = providers.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var result = await ValidateAsync(token, provider, cancellation);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The provider may have changed its keys; the manager asks for them at most once in some minutes.
            provider.ConfigurationManager!.RequestRefresh();
            result = await ValidateAsync(token, provider, cancellation);
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken jwt } && IsLogout(jwt) && IsNew(jwt)
            ? new(jwt.Issuer, Text(jwt, "sid"), jwt.Subject is { Length: > 0 } subject ? subject : null)
            : null;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, OpenIdConnectOptions provider, CancellationToken cancellation)
    {
        var configuration = await provider.ConfigurationManager!.GetConfigurationAsync(cancellation);
        return await _handler.ValidateTokenAsync(token, Parameters(provider, configuration));
    }

    private static TokenValidationParameters Parameters(OpenIdConnectOptions provider, OpenIdConnectConfiguration configuration) => new()
    {
        ValidIssuer = configuration.Issuer,
        ValidAudience = provider.ClientId,
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = SigningAlgorithms.All,
        // Its own type, or the one of all tokens, by which many providers call it: what it is for is looked at below.
        ValidTypes = ["logout+jwt", "JWT"],
        RequireSignedTokens = true,
        // Its times are looked at below: the token need not have an end.
        ValidateLifetime = false,
    };

    private bool IsLogout(JsonWebToken token)
    {
        var now = time.GetUtcNow();
        return token.TryGetPayloadValue<JsonElement>("events", out var events)
            && events.ValueKind is JsonValueKind.Object && events.TryGetProperty(Event, out var logout) && logout.ValueKind is JsonValueKind.Object
            && !token.TryGetClaim("nonce", out _)
            && (Text(token, "sid") is not null || token.Subject is { Length: > 0 })
            && Instant(token, "iat") is { } made && (now - made).Duration() <= Age
            && (!token.TryGetClaim("exp", out _) || (Instant(token, "exp") is { } ends && now < ends + Age));
    }

    private bool IsNew(JsonWebToken token)
    {
        if (token.Id is not { Length: > 0 } id)
            return false;
        var now = time.GetUtcNow();
        foreach (var (old, _) in _seen.Where(seen => seen.Value < now))
            _seen.TryRemove(old, out _);
        // As long as its time of making would let it pass again.
        return _seen.TryAdd(id, now + Age + Age);
    }

    private static string? Text(JsonWebToken token, string claim) => token.TryGetClaim(claim, out var found) && found.Value.Length > 0 ? found.Value : null;

    private static DateTimeOffset? Instant(JsonWebToken token, string claim)
        => token.TryGetPayloadValue<long>(claim, out var seconds) && seconds is >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
