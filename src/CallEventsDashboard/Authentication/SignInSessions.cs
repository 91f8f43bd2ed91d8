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
/// <remarks>
/// A session is renewed silently by the provider as often as it likes, until the person has done nothing for a while or the time since their own sign-in
/// is up; then they have to sign in themselves.
/// </remarks>
public sealed class SignInSessions(TimeProvider time, IOptions<SignInOptions> options)
{
    public const string IdClaim = "session";
    public const string EndsClaim = "session_ends";

    /// <summary>When the person signed in, renewals apart.</summary>
    public const string SinceClaim = "session_since";

    /// <summary>The provider's own name of its session, which a sign-out there gives.</summary>
    public const string ProviderSessionClaim = "sid";

    // Tabs that are restored together sign in together.
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    private readonly Lock _begin = new();
    private readonly ConcurrentDictionary<string, SignInSession> _known = new(StringComparer.Ordinal);
    private DateTimeOffset _swept = time.GetUtcNow();

    /// <summary>How many sessions are remembered.</summary>
    public int Count => _known.Count;

    /// <summary>
    /// Begins a session of <paramref name="identity"/>, which learns its id and its end. What the browser had before ends: another person's at once, the
    /// same person's by being replaced. Sign-ins of one person that come together share a session.
    /// </summary>
    /// <returns>Whether it is the renewal of an earlier one.</returns>
    internal bool Begin(ClaimsIdentity identity, SignInOrigin origin)
    {
        var now = time.GetUtcNow();
        Sweep(now);
        var person = UserIdentity.From(new ClaimsPrincipal(identity));
        string id;
        SignInSession session;
        lock (_begin)
        {
            var before = Leave(origin.Browser, person, now);
            if (before is { Session: { } shared } && now - shared.Begun < Together && shared.Ends > now)
            {
                (id, session) = (before.Value.Id, shared);
            }
            else
            {
                id = RandomNumberGenerator.GetHexString(32, lowercase: true);
                session = Renew(before?.Session, identity, origin, person, now);
                if (before is { } replaced)
                    _known[replaced.Id] = replaced.Session with { IsReplaced = true };
            }

            _known[id] = session;
        }

        identity.AddClaim(new Claim(IdClaim, id));
        identity.AddClaim(new Claim(SinceClaim, Text(session.Since)));
        identity.AddClaim(new Claim(EndsClaim, Text(session.Ends)));
        return session.Since < session.Begun;
    }

    public SignInState StateOf(ClaimsPrincipal user)
    {
        var now = time.GetUtcNow();
        var id = user.FindFirst(IdClaim)?.Value;
        if (id is null || MustSignInAnew(user))
            return SignInState.Ended;
        if (Instant(user, EndsClaim) is not { } ends || ends <= now)
            return SignInState.Expired;
        if (!_known.TryGetValue(id, out var session))
            return SignInState.Ended;
        return session.IsReplaced ? SignInState.Expired : SignInState.Live;
    }

    /// <summary>Whether the provider may not renew a session silently: nobody has used it for too long, or the sign-in itself was too long ago.</summary>
    public bool MustSignInAnew(ClaimsPrincipal user)
    {
        var now = time.GetUtcNow();
        if (Instant(user, SinceClaim) is { } since && IsCapped(since, now))
            return true;
        return user.FindFirst(IdClaim)?.Value is { } id && _known.TryGetValue(id, out var session) && !session.IsReplaced && IsIdle(session, now);
    }

    /// <summary>The person does something.</summary>
    public void Touch(ClaimsPrincipal user)
    {
        if (StateOf(user) is SignInState.Live && user.FindFirst(IdClaim)?.Value is { } id && _known.TryGetValue(id, out var session))
            session.LastUsed = time.GetUtcNow();
    }

    /// <summary>Ends the session of one person's browser, in all its tabs.</summary>
    public void End(ClaimsPrincipal user)
    {
        if (user.FindFirst(IdClaim)?.Value is { } id)
            End(id);
    }

    /// <summary>Ends all sessions of a person, in all their browsers.</summary>
    public void EndAll(UserIdentity person) => RemoveAll(session => session.Person == person);

    /// <summary>Ends one session of a person, whose ids <see cref="Of"/> gives; that of somebody else is not touched.</summary>
    public void EndOne(UserIdentity person, string id)
    {
        if (_known.TryGetValue(id, out var session) && session.Person == person)
            End(id);
    }

    /// <summary>A person's sessions that last, the one used last first.</summary>
    internal IReadOnlyList<KeyValuePair<string, SignInSession>> Of(UserIdentity person)
    {
        var now = time.GetUtcNow();
        return [.. _known.Where(one => one.Value.Person == person && !one.Value.IsReplaced && one.Value.Ends > now && !IsIdle(one.Value, now)).OrderByDescending(one => one.Value.LastUsed)];
    }

    /// <summary>Ends what was begun on a session of the provider that is over.</summary>
    /// <param name="issuer">Null where the provider does not say; then only its name of the session decides.</param>
    /// <returns>How many there were.</returns>
    public int EndOfProvider(string? issuer, string providerSession)
        => RemoveAll(session => session.ProviderSession == providerSession && (issuer is null || session.Issuer == issuer));

    /// <summary>Ends what a person has, whom the provider has signed out.</summary>
    /// <param name="isNamed">Whether also those are meant whose session at the provider has a name.</param>
    /// <inheritdoc cref="EndOfProvider"/>
    public int EndOfSubject(string issuer, string subject, bool isNamed)
        => RemoveAll(session => session.Issuer == issuer && session.Subject == subject && (isNamed || session.ProviderSession is null));

    private void End(string id)
    {
        if (_known.TryRemove(id, out var session) && session.Origin.Browser is { } browser)
            RemoveAll(other => other.Origin.Browser == browser);
    }

    // A renewal is nothing that the person does: it neither begins their time anew nor counts as use.
    private SignInSession Renew(SignInSession? before, ClaimsIdentity identity, SignInOrigin origin, UserIdentity? person, DateTimeOffset now)
    {
        var since = before?.Since ?? now;
        var (ends, cap) = (now + options.Value.SessionLifetime, since + options.Value.AbsoluteLifetime);
        return new(since, now, ends < cap ? ends : cap, identity.FindFirst("iss")?.Value, identity.FindFirst("sub")?.Value, identity.FindFirst(ProviderSessionClaim)?.Value, origin, person)
        {
            LastUsed = before?.LastUsed ?? now,
        };
    }

    /// <summary>Ends what the browser had of somebody else.</summary>
    /// <returns>What it has of the same person, if that may be renewed.</returns>
    private (string Id, SignInSession Session)? Leave(string? browser, UserIdentity? person, DateTimeOffset now)
    {
        if (browser is null)
            return null;
        (string Id, SignInSession Session)? last = null;
        foreach (var (id, session) in _known.Where(one => one.Value.Origin.Browser == browser))
        {
            if (session.Person != person)
                _known.TryRemove(id, out _);
            else if (session.IsReplaced)
                continue;
            else if (IsIdle(session, now) || IsCapped(session.Since, now))
                _known[id] = session with { IsReplaced = true };
            else
                last = (id, session);
        }

        return last;
    }

    private bool IsIdle(SignInSession session, DateTimeOffset now) => now - session.LastUsed >= options.Value.IdleTimeout;

    private bool IsCapped(DateTimeOffset since, DateTimeOffset now) => now - since >= options.Value.AbsoluteLifetime;

    private int RemoveAll(Predicate<SignInSession> isOver) => _known.Count(one => isOver(one.Value) && _known.TryRemove(one.Key, out _));

    private static string Text(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(ClaimsPrincipal user, string claim)
        => long.TryParse(user.FindFirst(claim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    // What a browser had is remembered for as long as a sign-in there may be a renewal of it.
    private void Sweep(DateTimeOffset now)
    {
        if (now - _swept < TimeSpan.FromMinutes(1))
            return;
        _swept = now;
        RemoveAll(session => session.Origin.Browser is null || session.IsReplaced ? session.Ends <= now : IsCapped(session.Since, now));
    }
}
