using System.Globalization;
using System.Text;

namespace CallEventsDashboard.Queries;

/// <summary>Text that shows as what it is: no control or formatting characters (line breaks, marks that turn the direction of writing) and no half characters.</summary>
public static class PlainText
{
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

    /// <summary>The text made safe to show: everything that is not plain becomes U+FFFD, and what is longer ends in an ellipsis.</summary>
    public static string Show(string text, int maxRunes)
    {
        var shown = new StringBuilder();
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count++ == maxRunes)
                return shown.Append('…').ToString();
            shown.Append((IsPlain(rune) ? rune : Rune.ReplacementChar).ToString());
        }
        return shown.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
