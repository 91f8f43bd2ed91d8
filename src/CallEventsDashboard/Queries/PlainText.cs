using System.Buffers;
using System.Globalization;
using System.Text;

namespace CallEventsDashboard.Queries;

/// <summary>Text that a person or a link may give: no control characters, no line breaks, no marks that turn the direction of writing, and no half characters. What is shown goes through VisibleText.</summary>
public static class PlainText
{
    private static readonly SearchValues<char> NoWidth = SearchValues.Create("\u00ad\u200b\u200c\u200d\u2060");

    public static bool IsPlain(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || !IsPlain(rune))
                return false;
            at += rune.Utf16SequenceLength;
        }
        return true;
    }

    /// <summary>The text without what is not plain, and without characters of no width.</summary>
    public static string Strip(string text)
    {
        if (IsPlain(text) && !text.AsSpan().ContainsAny(NoWidth))
            return text;
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            if (isWhole && IsPlain(rune) && !NoWidth.Contains(text[at]))
                plain.Append(rune.ToString());
            at += isWhole ? rune.Utf16SequenceLength : 1;
        }
        return plain.ToString();
    }

    /// <summary>Whether a link can carry the text: it has no half of a surrogate pair.</summary>
    public static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
                return false;
            at += rune.Utf16SequenceLength;
        }
        return true;
    }

    private static bool IsPlain(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && !TurnsDirection(rune.Value);

    // Joiners are formatting characters too, and belong to the spelling of Persian, of Indic scripts and of emoji.
    private static bool TurnsDirection(int rune) => rune is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
