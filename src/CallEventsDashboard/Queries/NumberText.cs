using System.Buffers;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace CallEventsDashboard.Queries;

/// <summary>
/// Whom a call came from or went to, as a filter takes it. Whatever a record carries is taken as it stands: short codes, emergency numbers, names, SIP URIs.
/// Only a number with its country code is brought to E.164.
/// </summary>
public static partial class NumberText
{
    private const string Region = "US";

    // A shorter text is a part of a number, or a short code, more often than a number.
    private const int FewestSearched = 7;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("+0123456789 \u00a0().-\u2010\u2011\u2013/");

    public static bool IsE164(string text) => E164().IsMatch(text);

    /// <summary>The value of a trimmed text that is not empty.</summary>
    public static string Read(string text)
    {
        if (IsE164(text))
            return text;
        // Numbers that are copied from a contact list come with marks of the writing direction.
        var number = PlainText.Strip(text).Trim();
        if (!number.StartsWith('+') || !IsDigits(number))
            return text;
        return ToE164(number) is { } read && IsE164(read) ? read
            : $"+{string.Concat(number.Where(char.IsAsciiDigit))}" is var digits && IsE164(digits) ? digits
            : text;
    }

    /// <summary>The number that a text without country code is likely to mean, as E.164; null where it may well stand for itself, as short codes and names do.</summary>
    public static string? Suggest(string text)
    {
        var number = PlainText.Strip(text).Trim();
        if (number.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            number = number[4..];
        if (IsE164(text) || !IsDigits(number))
            return null;
        var international = number.StartsWith('+') ? number : $"+{number}";
        return new[] { Parse(number), Parse(international) }.OfType<PhoneNumber>().FirstOrDefault(PhoneNumberUtil.GetInstance().IsValidNumber) is { } guess
            ? Format(guess)
            : null;
    }

    /// <summary>The number that a searched text can only mean, as E.164: in any notation, with or without country code; null for anything else.</summary>
    public static string? Find(string text)
    {
        var number = PlainText.Strip(text).Trim();
        if (number.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            number = number[4..];
        if (!IsDigits(number) || number.Count(char.IsAsciiDigit) < FewestSearched)
            return null;
        if (number.StartsWith("00", StringComparison.Ordinal))
            number = $"+{number[2..]}";
        return number.StartsWith('+') && Read(number) is var read && IsE164(read) ? read : Suggest(number);
    }

    /// <summary>A warning about a value, in a sentence; null where there is none. It is used nevertheless.</summary>
    public static string? Warning(string value) => !IsE164(value) ? null : Parse(value) is not { } number ? "No country has this code." :
        PhoneNumberUtil.GetInstance().IsPossibleNumberWithReason(number) switch
        {
            PhoneNumberUtil.ValidationResult.TOO_SHORT => "This is shorter than the numbers of its country.",
            PhoneNumberUtil.ValidationResult.TOO_LONG => "This is longer than the numbers of its country.",
            PhoneNumberUtil.ValidationResult.INVALID_LENGTH => "No number of its country has so many digits.",
            PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => "No country has this code.",
            _ => null,
        };

    /// <summary>The text as E.164, where it can be read as a number at all; a number without country code is read as one of the United States.</summary>
    public static string? ToE164(string text) => Parse(text) is { } number ? Format(number) : null;

    /// <summary>Whether two texts name the same number or the same SIP address, however they are written.</summary>
    public static bool AreSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase) || PartyIdentity.Parse(one).IsSameAs(PartyIdentity.Parse(other));

    /// <summary>A number as people read it, <c>+1 202-555-0142</c>; anything else as it is.</summary>
    public static string Show(string text) =>
        IsE164(text) && Parse(text) is { } number ? PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.INTERNATIONAL) : text;

    /// <summary>Whether a text is digits and what people write between them, and nothing else.</summary>
    internal static bool IsDigits(string text) => text.AsSpan().IndexOfAnyExcept(OfNumbers) < 0 && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    private static PhoneNumber? Parse(string text)
    {
        try
        {
            return PhoneNumberUtil.GetInstance().Parse(text, Region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string Format(PhoneNumber number) => PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.E164);

    [GeneratedRegex(@"\A\+[1-9][0-9]{1,14}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex E164();
}
