using System.Text.RegularExpressions;

namespace CallEventsDashboard.Queries;

/// <summary>Whom a text names: a number, a SIP address or any other name, whatever notation it is written in.</summary>
/// <param name="Address">A number's digits with the characters between them; a SIP address without scheme and parameters; else the text.</param>
/// <param name="Extension">The digits of a number's <c>;ext=</c>; empty where it has none.</param>
internal readonly partial record struct PartyIdentity(string Address, string Extension)
{
    /// <summary>Reads a text as a record or a link has it: <c>"Ann" &lt;sip:ann@example.test;transport=tls&gt;</c> names <c>ann@example.test</c>.</summary>
    public static PartyIdentity Parse(string text)
    {
        var (isSip, address) = WithoutScheme(WithoutDisplayName(PlainText.Strip(text).Trim()));
        var isAddress = isSip || address.Contains('@', StringComparison.Ordinal);
        if (isAddress && address.Split(';', '?')[0] is { Length: > 0 } bare)
            return new(bare, "");
        return Extended().Match(address) is { Success: true } number
            ? new(number.Groups["number"].Value, number.Groups["extension"].Value)
            : new(address, "");
    }

    /// <summary>Whether both name the same, a number with or without its country code.</summary>
    public bool IsSameAs(PartyIdentity other)
    {
        if (!Extension.Equals(other.Extension, StringComparison.Ordinal))
            return false;
        if (Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase))
            return true;
        if (!NumberText.IsDigits(Address) || !NumberText.IsDigits(other.Address))
            return false;
        if (Digits(Address) == Digits(other.Address))
            return true;
        // Two numbers that both have a country code are written the same or are not the same.
        return !(NumberText.IsE164(Address) && NumberText.IsE164(other.Address)) && NumberText.ToE164(Address) is { } number && number == NumberText.ToE164(other.Address);
    }

    private static string WithoutDisplayName(string text)
    {
        var (start, end) = (text.LastIndexOf('<'), text.LastIndexOf('>'));
        return start >= 0 && end > start + 1 ? text[(start + 1)..end].Trim() : text;
    }

    private static (bool IsSip, string Address) WithoutScheme(string text) =>
        text.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? (true, text[4..])
        : text.StartsWith("sips:", StringComparison.OrdinalIgnoreCase) ? (true, text[5..])
        : text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? (false, text[4..])
        : (false, text);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    [GeneratedRegex(@"\A(?<number>[^;]+);(?:[^;]*;)*?ext=(?<extension>[0-9]+)(?:;.*)?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Extended();
}
