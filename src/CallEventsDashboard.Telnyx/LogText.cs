using System.Globalization;
using System.Text;

namespace CallEventsDashboard.Telnyx;

/// <summary>Makes text from outside safe for logs, exceptions and terminals, where nothing is escaped: one line, without what hides or turns around its neighbours.</summary>
public static class LogText
{
    /// <summary>Control characters and line breaks become spaces; what draws nothing of its own is left out; the ends are trimmed.</summary>
    /// <param name="length">The most characters, the ellipsis that ends a longer text included.</param>
    public static string Line(string text, int length = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = string.Concat(text.EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
            UnicodeCategory.Format or UnicodeCategory.PrivateUse => "",
            _ => rune.ToString(),
        })).Trim();
        if (line.Length <= length)
            return line;
        return $"{line[..(char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1)]}…";
    }
}
