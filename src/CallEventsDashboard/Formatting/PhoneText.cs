using PhoneNumbers;

namespace CallEventsDashboard.Formatting;

/// <summary>Phone numbers as people write them.</summary>
public static class PhoneText
{
    private const int MaxLength = 40;

    /// <summary>An E.164 number in international form (<c>+1 202-555-0142</c>); a SIP URI, a name or a number that can't exist stays as it is.</summary>
    public static string International(string number) =>
        Read(number) is { } read ? PhoneNumberUtil.GetInstance().Format(read, PhoneNumberFormat.INTERNATIONAL) : number;

    /// <summary>The two-letter code of the number's country; null where the number says none.</summary>
    public static string? Country(string number) =>
        Read(number) is { } read && PhoneNumberUtil.GetInstance().GetRegionCodeForNumber(read) is { Length: 2 } code && code != "ZZ" ? code : null;

    private static PhoneNumber? Read(string number)
    {
        // Only what is E.164 already: the library would find digits in a SIP URI, or turn letters into a number.
        if (number.Length is < 4 or > MaxLength || number[0] != '+' || !number.AsSpan(1).ContainsOnlyDigits())
            return null;
        try
        {
            var read = PhoneNumberUtil.GetInstance().Parse(number, null);
            return PhoneNumberUtil.GetInstance().IsPossibleNumber(read) ? read : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
