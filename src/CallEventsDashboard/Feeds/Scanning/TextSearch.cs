using System.Globalization;
using System.Text;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Scanning;

/// <summary>Finds a text anywhere in a record, whatever its case: names, numbers, ids, metadata, and the JSON itself.</summary>
/// <remarks>Escapes are read, so that <c>Grüße</c> finds <c>Gr\u00fc\u00dfe</c>. A phone number may be written as people do: <c>+1 (202) 555-0142</c>.</remarks>
internal static class TextSearch
{
    // Fewer digits with separators between them are dates and versions more often than numbers.
    private const int FewestDigits = 5;

    public static bool Matches(CallEvent row, string text)
    {
        var raw = Encoding.UTF8.GetString(row.Raw.Span);
        return Contains(raw, text)
            || (PhoneDigits(text) is { } digits && Contains(raw, digits))
            || (raw.Contains('\\', StringComparison.Ordinal) && Contains(Unescaped(raw), text));
    }

    private static bool Contains(string raw, string text) => raw.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>The digits of a text that can only be a phone number with separators, as E.164 has them; else null.</summary>
    private static string? PhoneDigits(string text)
    {
        var digits = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character) || (character == '+' && digits.Length == 0))
                digits.Append(character);
            else if (character is not ('(' or ')' or '.' or '/' or '-' or '\u2010' or '\u2011') && !char.IsWhiteSpace(character))
                return null;
        }

        var number = digits.ToString();
        if (number.StartsWith("00", StringComparison.Ordinal))
            number = $"+{number[2..]}";
        return number.Length >= FewestDigits && number != text ? number : null;
    }

    /// <summary>The JSON text with its escapes read where they stand. It is searched, never parsed.</summary>
    private static string Unescaped(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\' || at + 1 == raw.Length)
            {
                text.Append(raw[at]);
                continue;
            }

            at++;
            if (raw[at] == 'u' && at + 4 < raw.Length && ushort.TryParse(raw.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                at += 4;
            }
            else
            {
                text.Append(raw[at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
            }
        }

        return text.ToString();
    }
}
