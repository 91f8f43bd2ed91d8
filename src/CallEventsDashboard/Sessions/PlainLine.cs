using System.Globalization;
using System.Text;

namespace CallEventsDashboard.Sessions;

/// <summary>Text from outside, fit for a line of a report: names and causes are whatever was sent.</summary>
internal static class PlainLine
{
    private const int MaxLength = 80;

    /// <summary>Without what breaks, hides or turns a line, and no longer than 80 characters.</summary>
    public static string Format(string text)
    {
        var clipped = text.Length <= MaxLength ? text : $"{text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]}…";
        return string.Concat(clipped.EnumerateRunes().Select(rune => (IsPlain(rune) ? rune : Rune.ReplacementChar).ToString()));
    }

    // The fillers of Hangul and the blank of Braille are letters by category and draw nothing.
    private static bool IsPlain(Rune rune) => rune.Value == ' '
        || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            && rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800));
}
