namespace CallEventsDashboard.ApiKeys;

/// <summary>The keys that one tab has loaded, and which of them is the tab's own.</summary>
internal sealed class LoadedKeys(TimeProvider time)
{
    private KeyChain _keys = KeyChain.Empty;
    private readonly HashSet<ApiAccount> _refused = [];
    private Dictionary<string, ApiAccount> _accounts = [];

    /// <summary>The name of the active key; null where there is none.</summary>
    public string? Active { get; private set; }

    /// <summary>The keys in the order in which they were saved, without what has expired since.</summary>
    public IReadOnlyList<StoredKey> Keys => [.. Living().Select(Describe)];

    /// <summary>The account of that name, ignoring case; null when there is none or its key has expired.</summary>
    public ApiAccount? Account(string? name)
        => Living().FirstOrDefault(entry => entry.Is(name)) is { } entry ? _accounts.GetValueOrDefault(entry.Name) : null;

    /// <summary>The problem with a name that another key may have; null when it is free, or the name of <paramref name="renamed"/> itself.</summary>
    public string? TakenProblem(string name, string? renamed) => _keys.TakenProblem(name, except: _keys.Find(renamed));

    /// <param name="active">The name of the key that the tab goes over to; null when it stays with its own.</param>
    public void Take(KeyChain keys, string? active)
    {
        _keys = keys;
        Active = (keys.Find(active) ?? keys.Find(Active) ?? keys.Find(keys.Active))?.Name;
        var before = _accounts;
        _accounts = [];
        foreach (var entry in keys.Keys)
        {
            // An unchanged account stays the same object, so that nobody starts over because another key was renamed.
            if (KeyChain.Account(entry) is { } made)
                _accounts[entry.Name] = before.GetValueOrDefault(entry.Name) is { } kept && kept.Key.Reveal() == made.Key.Reveal() ? kept : made;
        }
    }

    /// <summary>Keeps what Telnyx last said to a key.</summary>
    /// <returns>Whether it is news.</returns>
    public bool Judge(ApiAccount account, bool isRefused) => isRefused ? _refused.Add(account) : _refused.Remove(account);

    public void Forget()
    {
        (_keys, _accounts, Active) = (KeyChain.Empty, [], null);
        _refused.Clear();
    }

    private IEnumerable<KeyEntry> Living()
    {
        var now = time.GetUtcNow();
        return _keys.Keys.Where(entry => !entry.IsExpiredAt(now));
    }

    private StoredKey Describe(KeyEntry entry) => new(
        entry.Name,
        entry.Is(Active),
        entry.IsSandbox,
        entry.IsSandbox ? "" : _accounts[entry.Name].Key.LastFour,
        entry.SavedAt,
        entry.ExpiresAt)
    {
        IsRefused = _accounts.GetValueOrDefault(entry.Name) is { } account && _refused.Contains(account),
        Organization = entry.Organization,
    };
}
