namespace CallEventsDashboard.Authentication;

/// <summary>A sign-in that lasts, or is remembered because the next one of its browser depends on it.</summary>
/// <param name="Since">When the person signed in; renewals do not change it.</param>
/// <param name="Begun">When it was begun or renewed.</param>
/// <param name="Ends">When it has to be renewed.</param>
/// <param name="Issuer">The issuer of the token, by which a provider ends it.</param>
/// <param name="Subject">The subject of the token, likewise.</param>
/// <param name="ProviderSession">The provider's own name of its session; null where it gives none.</param>
/// <param name="Origin">Where it was begun.</param>
/// <param name="Person">Null where the claims name nobody.</param>
internal sealed record SignInSession(
    DateTimeOffset Since, DateTimeOffset Begun, DateTimeOffset Ends, string? Issuer, string? Subject, string? ProviderSession, SignInOrigin Origin, UserIdentity? Person)
{
    private long _lastUsed = Since.UtcTicks;

    /// <summary>Whether the same person has signed in again in the same browser: its open pages only have to load again.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>When the person last did something.</summary>
    public DateTimeOffset LastUsed
    {
        get => new(Interlocked.Read(ref _lastUsed), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _lastUsed, value.UtcTicks);
    }
}
