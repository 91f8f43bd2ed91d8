namespace CallEventsDashboard.ApiKeys;

/// <summary>A stored API key as a page may know it.</summary>
/// <param name="LastFour">The key's last four characters; empty for the sample account.</param>
/// <param name="SavedAt">When the key was saved; no two keys of a person share it.</param>
/// <param name="ExpiresAt">When the dashboard forgets the key; null for the sample account, which has nothing to forget.</param>
public sealed record StoredKey(string Name, bool IsActive, bool IsSandbox, string LastFour, DateTimeOffset SavedAt, DateTimeOffset? ExpiresAt)
{
    /// <summary>Whether Telnyx refused the key when it was last asked with it, in this tab.</summary>
    public bool IsRefused { get; init; }

    /// <inheritdoc cref="KeyEntry.Organization"/>
    public string? Organization { get; init; }
}
