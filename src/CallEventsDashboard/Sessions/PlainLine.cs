using System.Globalization;

namespace CallEventsDashboard.Sessions;

/// <summary>Text from outside, fit for a line of a report: names and causes are whatever was sent.</summary>
internal static class PlainLine
{
    private const int MaxLength = 80;

    /// <summary>Without what breaks, hides or turns a line, and no longer than 80 characters.</summary>
    public static string Of(string text)
    {
        var clipped = text.Length <= MaxLength ? text : $"{text[..MaxLength]}…";
        return string.Concat(clipped.Select(unit => IsPlain(unit) ? unit : '\ufffd'));
    }

    private static bool IsPlain(char unit) => unit == ' ' || char.GetUnicodeCategory(unit) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
