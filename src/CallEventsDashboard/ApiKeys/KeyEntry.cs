using System.Text.Json.Serialization;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.ApiKeys;

/// <summary>A key as it lies in protected storage: the only shape in which its text is written anywhere.</summary>
internal sealed record KeyEntry
{
    public required string Name { get; init; }

    /// <summary>The key's text; null for the sample account.</summary>
    public string? Key { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>From this instant on the entry is dropped when it is read; null for the sample account.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The organisation that the key belongs to, as Telnyx said when the key was tested; null where it did not say.</summary>
    public string? Organization { get; init; }

    [JsonIgnore]
    public bool IsSandbox => Key is null;

    public bool Is(string? name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    public bool IsExpiredAt(DateTimeOffset now) => ExpiresAt <= now;

    public bool IsWhole() => Name is { Length: > 0 } && (IsSandbox || (ExpiresAt is not null && ApiKey.TryParse(Key)?.Reveal() == Key));

    public override string ToString() => Name;
}
