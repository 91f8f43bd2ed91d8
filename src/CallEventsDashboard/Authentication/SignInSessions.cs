using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>
/// The sessions that last. A cookie or an open page is worth something only while its session is here, so that ending one ends it everywhere.
/// They are kept in memory only: a restart of the app ends all, and browsers have theirs renewed by the provider.
/// </summary>
public sealed class SignInSessions(TimeProvider time, IOptions<SignInOptions> options)
{
    public const string IdClaim = "session";
    public const string EndsClaim = "session_ends";

    /// <summary>The provider's own name of its session, which a sign-out there gives.</summary>
    public const string ProviderSessionClaim = "sid";

    // Tabs that are restored together sign in together.
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    private readonly Lock _begin = new();
    private readonly ConcurrentDictionary<string, Session> _live = new(StringComparer.Ordinal);
    private DateTimeOffset _swept = time.GetUtcNow();

    /// <summary>How many sessions are remembered.</summary>
    public int Count => _live.Count;

    /// <summary>
    /// Begins a session of <paramref name="identity"/>, which learns its id and its end. What the browser had before ends: another person's at once, the
    /// same person's by being replaced. Sign-ins of one person that come together share a session.
    /// </summary>
    /// <param name="browser">What the browser is known by; null where it is not.</param>
    public void Begin(ClaimsIdentity identity, string? browser = null)
    {
        var now = time.GetUtcNow();
        Sweep(now);
        var person = UserIdentity.From(new ClaimsPrincipal(identity));
        string id;
        Session session;
        lock (_begin)
        {
            (id, session) = Leave(browser, person, now)
                ?? (RandomNumberGenerator.GetHexString(32, lowercase: true), new(now, now + options.Value.SessionLifetime, identity.FindFirst("iss")?.Value, identity.FindFirst(ProviderSessionClaim)?.Value, browser, person));
            _live[id] = session;
        }

        identity.AddClaim(new Claim(IdClaim, id));
        identity.AddClaim(new Claim(EndsClaim, session.Ends.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
    }

    public SignInState StateOf(ClaimsPrincipal user)
    {
        var id = user.FindFirst(IdClaim)?.Value;
        if (id is not null && EndOf(user) <= time.GetUtcNow())
            return SignInState.Expired;
        if (id is null || !_live.TryGetValue(id, out var session))
            return SignInState.Ended;
        return session.IsReplaced ? SignInState.Expired : SignInState.Live;
    }

    /// <summary>Ends the session of one person's browser, in all its tabs.</summary>
    public void End(ClaimsPrincipal user)
    {
        if (user.FindFirst(IdClaim)?.Value is { } id && _live.TryRemove(id, out var session) && session.Browser is not null)
            RemoveAll(other => other.Browser == session.Browser);
    }

    /// <summary>Ends what was begun on a session of the provider that is over.</summary>
    /// <param name="issuer">Null where the provider does not say; then only its name of the session decides.</param>
    public void EndOfProvider(string? issuer, string providerSession)
        => RemoveAll(session => session.ProviderSession == providerSession && (issuer is null || session.Issuer == issuer));

    /// <summary>Ends what the browser had, unless it is a session that the same person began just now.</summary>
    /// <returns>That one.</returns>
    private (string Id, Session Session)? Leave(string? browser, UserIdentity? person, DateTimeOffset now)
    {
        if (browser is null)
            return null;
        (string, Session)? shared = null;
        foreach (var (id, session) in _live.Where(one => one.Value.Browser == browser))
        {
            if (session.Person != person)
                _live.TryRemove(id, out _);
            else if (!session.IsReplaced && now - session.Begun < Together)
                shared = (id, session);
            else
                _live[id] = session with { IsReplaced = true };
        }

        return shared;
    }

    private void RemoveAll(Predicate<Session> isOver)
    {
        foreach (var (id, session) in _live)
        {
            if (isOver(session))
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
        RemoveAll(session => session.Ends <= now);
    }

    private sealed record Session(DateTimeOffset Begun, DateTimeOffset Ends, string? Issuer, string? ProviderSession, string? Browser, UserIdentity? Person)
    {
        /// <summary>Whether the same person has signed in again in the same browser: its open pages only have to load again.</summary>
        public bool IsReplaced { get; init; }
    }
}
