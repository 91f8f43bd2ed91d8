using System.Text.RegularExpressions;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Urls;

/// <summary>Undoes what mail and chat programs do to links: HTML's <c>&amp;amp;</c>, an encoding too many, punctuation that came along.</summary>
internal static partial class LinkRepair
{
    // Names are free texts, and so is what is searched for: an ampersand, a per cent sign or a full stop may well belong to them.
    private static readonly HashSet<string> FreeTexts = new([ParameterNames.Search, ParameterNames.Key], StringComparer.Ordinal);

    private static readonly char[] Punctuation = [.. ".,;:!?)]}>\"'`”’»*_"];

    /// <summary>The query string with <c>&amp;</c> for each <c>&amp;amp;</c>, however often it was escaped; the same when it has none.</summary>
    public static string WithoutEntities(string queryString) => Entity().Replace(queryString, match => match.Value[0] is '&' or '?' ? match.Value[..1] : "");

    /// <summary>Other readings of a link's parts, with what was done for each; the last part may have punctuation behind it.</summary>
    public static IEnumerable<(List<(string Name, string Value)> Parts, QueryProblem Correction)> Readings(List<(string Name, string Value)> parts)
    {
        var decoded = parts.SelectMany(Decode).ToList();
        if (!decoded.SequenceEqual(parts))
            yield return (decoded, QueryProblem.Corrected("%", "This link was encoded twice; it was read as if it was encoded once."));
        if (WithoutPunctuation(parts) is { } trimmed)
            yield return (trimmed, Trimmed(parts[^1].Name));
        if (!decoded.SequenceEqual(parts) && WithoutPunctuation(decoded) is { } both)
            yield return (both, QueryProblem.Corrected("%", "This link was encoded twice and had punctuation behind it; it was read without either."));
    }

    private static QueryProblem Trimmed(string name) =>
        QueryProblem.Corrected(name, $"“{VisibleText.Line(name, 60)}” had punctuation behind it, which was left out.");

    private static List<(string Name, string Value)>? WithoutPunctuation(List<(string Name, string Value)> parts)
    {
        if (parts is not [.., var (name, value)] || value.TrimEnd(Punctuation) is not { Length: > 0 } trimmed || trimmed.Length == value.Length)
            return null;
        return [.. parts.SkipLast(1), (name, trimmed)];
    }

    private static IEnumerable<(string Name, string Value)> Decode((string Name, string Value) part)
    {
        var name = Uri.UnescapeDataString(part.Name);
        if (FreeTexts.Contains(name))
            return [part];
        // Names have no separators: where one is inside, a whole query was encoded as if it was one part of it.
        var whole = part.Value.Length == 0 ? name : $"{name}={Uri.UnescapeDataString(part.Value)}";
        var pieces = WithoutEntities(whole).Split('&').Select(piece => piece.Split('=', 2)).ToList();
        return pieces.All(piece => piece.Length == 2 && ParameterNames.Resolve(piece[0]) is not null) ? pieces.Select(piece => (piece[0], piece[1])) : [part];
    }

    [GeneratedRegex(@"(?:\A|[?&])(?:amp;|#38;|#x26;)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entity();
}
