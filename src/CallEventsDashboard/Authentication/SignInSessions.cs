using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>
/// The sessions that last. A cookie or an open page is worth something only while its session is here, so that ending one ends it everywhere.
/// They are kept in memory alone: a restart of the app ends all, and browsers have theirs renewed by the provider.
/// </summary>
public sealed class SignInSessions(TimeProvider time, IOptions<SignInOptions> options)
{
    public const string IdClaim = "session";
    public const string EndsClaim = "session_ends";

    /// <summary>The provider's own name of its session, which a sign-out there gives.</summary>
    public const string ProviderSessionClaim = "sid";

    private readonly ConcurrentDictionary<string, Session> _live = new(StringComparer.Ordinal);
    private DateTimeOffset _swept = time.GetUtcNow();

    /// <summary>How many sessions are remembered.</summary>
    public int Count => _live.Count;

    /// <summary>Begins a session of <paramref name="identity"/>, which learns its id and its end.</summary>
    public void Begin(ClaimsIdentity identity)
    {
        var now = time.GetUtcNow();
        Sweep(now);
        var session = new Session(now + options.Value.SessionLifetime, identity.FindFirst("iss")?.Value, identity.FindFirst(ProviderSessionClaim)?.Value);
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _live[id] = session;
        identity.AddClaim(new Claim(IdClaim, id));
        identity.AddClaim(new Claim(EndsClaim, session.Ends.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
    }

    public SessionStanding StandingOf(ClaimsPrincipal user)
    {
        var id = user.FindFirst(IdClaim)?.Value;
        if (id is not null && EndOf(user) <= time.GetUtcNow())
            return SessionStanding.Expired;
        return id is not null && _live.ContainsKey(id) ? SessionStanding.Live : SessionStanding.Ended;
    }

    /// <summary>Ends the session of one person's browser, in all its tabs.</summary>
    public void End(ClaimsPrincipal user)
    {
        if (user.FindFirst(IdClaim)?.Value is { } id)
            _live.TryRemove(id, out _);
    }

    /// <summary>Ends what was begun on a session of the provider that is over.</summary>
    /// <param name="issuer">Null where the provider does not say; then its name of the session decides alone.</param>
    public void EndOfProvider(string? issuer, string providerSession)
    {
        foreach (var (id, session) in _live)
        {
            if (session.ProviderSession == providerSession && (issuer is null || session.Issuer == issuer))
                _live.TryRemove(id, out _);
        }
    }

    private static DateTimeOffset EndOf(ClaimsPrincipal user)
        => long.TryParse(user.FindFirst(EndsClaim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ends)
            ? DateTimeOffset.FromUnixTimeMilliseconds(ends)
            : DateTimeOffset.MinValue;

    private void Sweep(DateTimeOffset now)
    {
        if (now - _swept < TimeSpan.FromMinutes(1))
            return;
        _swept = now;
        foreach (var (id, session) in _live)
        {
            if (session.Ends <= now)
                _live.TryRemove(id, out _);
        }
    }

    private sealed record Session(DateTimeOffset Ends, string? Issuer, string? ProviderSession);
}
