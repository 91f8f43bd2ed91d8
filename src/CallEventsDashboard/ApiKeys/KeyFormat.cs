namespace CallEventsDashboard.ApiKeys;

/// <summary>Checks of an API key by its text only. Telnyx's keys begin with <c>KEY</c>; any other long word is given the benefit of the doubt.</summary>
internal static class KeyFormat
{
    private const string Prefix = "KEY";
    private const int LeastLength = 8;

    // No name for a key is as long a word of letters and digits; no key is shorter.
    private const int Long = 20;

    /// <summary>Whether a word of a text may be an API key, so that the text must not be shown.</summary>
    public static bool HasKey(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(IsLikely);

    /// <summary>Why a word is plainly no API key; null when it may be one.</summary>
    public static string? Problem(string word) => word switch
    {
        _ when word.Contains("://", StringComparison.Ordinal) || word.Contains('@') || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            => "This is an address, not an API key. Telnyx's keys begin with KEY.",
        _ when word.Length >= LeastLength && (word.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || word.Length >= Long) => null,
        _ => "This is not an API key: Telnyx's keys begin with KEY and are about 58 characters long. Copy it again from the portal.",
    };

    private static bool IsLikely(string word) =>
        (word.StartsWith(Prefix, StringComparison.Ordinal) && word.Length > Prefix.Length + LeastLength && word.Any(char.IsAsciiDigit))
        || (word.Length >= Long && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter) && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'));
}
