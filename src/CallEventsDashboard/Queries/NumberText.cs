using System.Text.RegularExpressions;
using PhoneNumbers;

namespace CallEventsDashboard.Queries;

/// <summary>Numbers as people write them, brought to E.164, and SIP URIs, left as they are.</summary>
public static partial class NumberText
{
    private const string Region = "US";
    private const string TheWayOut = "Write it with + and the country code, such as +1 202 555 0142, or write a SIP URI.";

    public static bool IsE164(string text) => E164().IsMatch(text);

    /// <summary>Whether the text is <c>sip:…</c>, <c>sips:…</c> or <c>user@host</c>.</summary>
    public static bool IsSip(string text) => Sip().IsMatch(text);

    /// <summary>Reads a trimmed text that is not empty.</summary>
    public static FilterInput Read(string text)
    {
        if (IsSip(text))
            return FilterInput.Of(text);
        if (text.Any(char.IsAsciiLetter))
            return FilterInput.Refused($"This is neither a number nor a SIP URI. {TheWayOut}");
        if (!text.StartsWith('+'))
            return FilterInput.Refused(Parse(text) is { } guess && IsValid(guess)
                ? $"The country code is missing. Is it {Format(guess)}? Write it so, with the + in front."
                : $"The country code is missing. {TheWayOut}");
        return Parse(text) is not { } number
            ? FilterInput.Refused($"This is not a phone number. {TheWayOut}")
            : PhoneNumberUtil.GetInstance().IsPossibleNumberWithReason(number) switch
            {
                PhoneNumberUtil.ValidationResult.TOO_SHORT => FilterInput.Refused("This number is too short for its country; add the missing digits."),
                PhoneNumberUtil.ValidationResult.TOO_LONG => FilterInput.Refused("This number is too long for its country; remove the extra digits."),
                PhoneNumberUtil.ValidationResult.INVALID_LENGTH => FilterInput.Refused("No number of this country has so many digits; check it."),
                PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => FilterInput.Refused($"No country has this code. {TheWayOut}"),
                _ => FilterInput.Of(Format(number)),
            };
    }

    /// <summary>The text as E.164, where it can be read as a number at all; a number without country code is read as one of the United States.</summary>
    public static string? ToE164(string text) => Parse(text) is { } number ? Format(number) : null;

    /// <summary>Whether two texts are the same number, however they are written, or the same SIP address.</summary>
    public static bool AreSame(string one, string other)
    {
        if (one.Equals(other, StringComparison.OrdinalIgnoreCase))
            return true;
        if (IsSip(one) || IsSip(other))
            return Address(one).Equals(Address(other), StringComparison.OrdinalIgnoreCase);
        if (Digits(one) is { Length: > 0 } digits && digits == Digits(other))
            return true;
        // Two numbers that both have a country code are written the same or are not the same.
        return !(IsE164(one) && IsE164(other)) && ToE164(one) is { } number && number == ToE164(other);
    }

    /// <summary>A number as people read it, <c>+1 202-555-0142</c>; anything else as it is.</summary>
    public static string Show(string text) =>
        IsE164(text) && Parse(text) is { } number ? PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.INTERNATIONAL) : text;

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Address(string text) =>
        text.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? text[4..]
        : text.StartsWith("sips:", StringComparison.OrdinalIgnoreCase) ? text[5..]
        : text;

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

    private static bool IsValid(PhoneNumber number) => PhoneNumberUtil.GetInstance().IsValidNumber(number);

    private static string Format(PhoneNumber number) => PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.E164);

    [GeneratedRegex(@"\A\+[1-9][0-9]{1,14}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex E164();

    [GeneratedRegex(@"\A(?:sips?:[^\s@]+(?:@\S+)?|[^\s@:]+@[^\s@]+)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sip();
}
