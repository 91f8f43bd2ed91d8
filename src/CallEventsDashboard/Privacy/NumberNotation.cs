using System.Text;

namespace CallEventsDashboard.Privacy;

/// <summary>Finds phone numbers however they are written: digits of any script, with anything but letters between them.</summary>
internal static class NumberNotation
{
    public const int FewestDigits = 7;

    private const int MostDigits = 15;
    private const int LongestText = 80;
    private const int MostBetween = 3;

    /// <summary>The digits, 0 to 9, of a text that is nothing but one number of 7 to 15 digits; empty for any other text.</summary>
    public static string Digits(string text)
    {
        if (text.Length is < FewestDigits or > LongestText)
            return "";
        var digits = new StringBuilder(MostDigits + 1);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
                digits.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (Rune.IsLetter(rune))
                return "";
            if (digits.Length > MostDigits)
                return "";
        }

        return digits.Length >= FewestDigits ? digits.ToString() : "";
    }

    /// <summary>Whether seven digits or more follow each other somewhere in a text, with no letter and no more than three signs between any two.</summary>
    public static bool IsIn(string text)
    {
        if (text.Length < FewestDigits || (Ascii.IsValid(text) && text.AsSpan().IndexOfAnyInRange('0', '9') < 0))
            return false;
        var (digits, between) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsDigit(rune))
                (digits, between) = (digits + 1, 0);
            else if (Rune.IsLetter(rune) || ++between > MostBetween)
                (digits, between) = (0, 0);
            if (digits == FewestDigits)
                return true;
        }

        return false;
    }
}
