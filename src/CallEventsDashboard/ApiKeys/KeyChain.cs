using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.ApiKeys;

/// <summary>All keys of one person, as stored: an immutable value whose changes are refused with a sentence for the page.</summary>
internal sealed record KeyChain
{
    public const int MaxKeys = 20;
    public const int MaxNameLength = 40;
    public const int MaxKeyLength = 512;
    public const int MaxOrganizationLength = 100;
    public const string SandboxName = "Sandbox";

    private const string SandboxKey = "KEY_SANDBOX";

    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(90);

    public static KeyChain Empty { get; } = new();

    public IReadOnlyList<KeyEntry> Keys { get; init; } = [];

    /// <summary>The name of the key that a new tab starts with.</summary>
    public string? Active { get; init; }

    public static string? NameProblem(string name) => name switch
    {
        { Length: 0 } => "Give the key a name, such as Production.",
        { Length: > MaxNameLength } => $"A name has {MaxNameLength} characters at most.",
        _ when name.Any(char.IsControl) => "A name is one line of text.",
        _ when KeyFormat.HasKey(name) => "This looks like an API key. A name is shown on the page and in links: choose a word such as Production.",
        _ when name.Equals(SandboxName, StringComparison.OrdinalIgnoreCase) => $"“{SandboxName}” is the name of the sample account. Choose another name.",
        _ => null,
    };

    public static string? KeyProblem(string? pasted)
    {
        if (string.IsNullOrWhiteSpace(pasted))
            return "Paste an API key.";
        if (ApiKey.TryParse(pasted) is not { } key)
            return "An API key is one word of letters, digits and signs. Copy it again, without anything around it.";
        return key.Reveal().Length > MaxKeyLength ? $"This is longer than {MaxKeyLength} characters: it is not an API key." : KeyFormat.Problem(key.Reveal());
    }

    public KeyEntry? Find(string? name) => Keys.FirstOrDefault(entry => entry.Is(name));

    public static ApiAccount? Account(KeyEntry entry)
        => ApiKey.TryParse(entry.Key ?? SandboxKey) is { } key ? new ApiAccount(entry.Name, key, entry.IsSandbox) : null;

    public string? TakenProblem(string name, KeyEntry? except = null)
        => Find(name) is { } other && other != except
            ? $"There is already a key named “{other.Name}”. Choose another name, or delete that key first."
            : null;

    /// <summary>Adds a key whose name and text have no problem of their own, and makes it active.</summary>
    public KeyChange Add(string name, ApiKey key, DateTimeOffset now)
    {
        if (TakenProblem(name) is { } taken)
            return KeyChange.Refused(taken);
        return Append(new KeyEntry { Name = name, Key = key.Reveal(), SavedAt = Next(now), ExpiresAt = now + Lifetime });
    }

    public KeyChange AddSandbox(DateTimeOffset now)
        => Find(SandboxName) is { } sandbox ? Activate(sandbox.Name) : Append(new KeyEntry { Name = SandboxName, SavedAt = Next(now) });

    public KeyChange Activate(string name)
        => Find(name) is { } entry ? new KeyChange(this with { Active = entry.Name }, entry.Name) : Gone(name);

    public KeyChange Rename(string name, string newName)
    {
        if (Find(name) is not { } entry)
            return Gone(name);
        if (TakenProblem(newName, except: entry) is { } taken)
            return KeyChange.Refused(taken);
        var renamed = this with
        {
            Keys = [.. Keys.Select(other => other == entry ? entry with { Name = newName } : other)],
            Active = entry.Is(Active) ? newName : Active,
        };
        return new KeyChange(renamed, Active: null);
    }

    /// <summary>Notes the organisation that a key belongs to. Nobody needs to hear of a key that is gone meanwhile.</summary>
    public KeyChange Note(ApiAccount account, string organization) => new(
        this with { Keys = [.. Keys.Select(entry => Account(entry) is { } own && own.Name == account.Name && own.Key.Reveal() == account.Key.Reveal() ? entry with { Organization = organization } : entry)] },
        Active: null);

    /// <summary>Deletes a key. When it was the active one, the key that was saved last takes its place.</summary>
    public KeyChange Delete(string name) => new(Without(entry => entry.Is(name)), Active: null);

    public KeyChain Without(Func<KeyEntry, bool> unwanted)
    {
        KeyEntry[] kept = [.. Keys.Where(entry => !unwanted(entry))];
        return this with
        {
            Keys = kept,
            Active = kept.FirstOrDefault(entry => entry.Is(Active))?.Name ?? kept.MaxBy(entry => entry.SavedAt)?.Name,
        };
    }

    private static KeyChange Gone(string name)
        => KeyChange.Refused($"There is no key named “{name}” any more: it was deleted or renamed in another tab.");

    // No two entries share their instant: it distinguishes a renamed key from another.
    private DateTimeOffset Next(DateTimeOffset now)
        => Keys.Count > 0 && Keys.Max(entry => entry.SavedAt) is var last && last >= now ? last.AddTicks(1) : now;

    private KeyChange Append(KeyEntry entry) => Keys.Count >= MaxKeys
        ? KeyChange.Refused($"{MaxKeys} keys are stored, which is the most. Delete one that you no longer need.")
        : new KeyChange(this with { Keys = [.. Keys, entry], Active = entry.Name }, entry.Name);
}
