namespace CallEventsDashboard.Queries;

/// <summary>Ids of legs and sessions as people copy them.</summary>
public static class UuidText
{
    private const string Urn = "urn:uuid:";

    // Longer than any spelling of a UUID: a text of any length is refused without being looked through.
    private const int MaxLength = 100;

    /// <summary>The id in lower case with its hyphens; null for what is no UUID.</summary>
    /// <remarks>Capitals, <c>urn:uuid:</c>, missing hyphens, spaces, invisible characters, and braces, quotes or punctuation around it are read.</remarks>
    public static string? Parse(string? text)
    {
        if (text is null or { Length: > MaxLength })
            return null;
        var id = string.Concat(PlainText.Strip(text).Where(letter => !char.IsWhiteSpace(letter))).Trim(Punctuation);
        if (id.StartsWith(Urn, StringComparison.OrdinalIgnoreCase))
            id = id[Urn.Length..];
        return Guid.TryParseExact(id, "D", out var uuid) || Guid.TryParseExact(id, "N", out uuid) ? uuid.ToString("D") : null;
    }

    private static char[] Punctuation { get; } = [.. "{}()[]<>\"'`“”‘’«».,;:!?*_"];
}
