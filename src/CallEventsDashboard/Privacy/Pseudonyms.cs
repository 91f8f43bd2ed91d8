using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Privacy;

/// <summary>
/// Names that stand for phone numbers and addresses: the same one for the same number, for everybody who reads with the same API key, and followed
/// by the number's last four digits (<c>•K7QM …0142</c>). Made with the key as a secret, so that nobody else can try numbers against them.
/// </summary>
public sealed partial class Pseudonyms
{
    /// <summary>The first character of a masked value.</summary>
    public const char Sign = '•';

    // Without vowels, so that no name is a word.
    private const string Alphabet = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private const int Letters = 4;
    private const int ShownDigits = 4;

    // A longer count would itself read as a number.
    private const int MostCounted = 99_999;

    private readonly byte[] _secret;

    public Pseudonyms(ApiKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        _secret = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Reveal()), "pseudonyms.v1"u8);
    }

    /// <summary>Whether a text is the stand-in of a number, an address, a name or a hidden text.</summary>
    public static bool IsStandIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(Sign, StringComparison.Ordinal) && Masked().IsMatch(text);
    }

    /// <summary>The stand-in for a number, a SIP address or a name, however it is written; a text that is a stand-in stays as it is.</summary>
    public string Of(string party)
    {
        ArgumentNullException.ThrowIfNull(party);
        if (party.Length == 0 || IsStandIn(party))
            return party;
        var plain = party.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(party) : party;
        var address = Address().Match(plain);
        var name = address.Success ? address.Groups["user"].Value : plain;
        var scheme = address.Groups["scheme"].Value.ToLowerInvariant();
        var digits = NumberNotation.Digits(name);
        // A number is the same one within a SIP address, with a plus sign or without, and in a link.
        return digits.Length > 0
            ? $"{scheme}{Sign}{Letter(digits)} …{digits[^ShownDigits..]}"
            : $"{scheme}{Sign}{Letter(plain.ToUpperInvariant())}";
    }

    /// <summary>Whether a text holds a number or an address.</summary>
    public static bool AreIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return Parties().IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>The text with a stand-in for each number and address in it; ids, times and numbers of more than 15 digits stay.</summary>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return Parties().Replace(text, party => Of(party.Value));
        }
        catch (RegexMatchTimeoutException)
        {
            return Hidden(text);
        }
    }

    /// <summary>The stand-in for a text that can be anything.</summary>
    public static string Hidden(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > MostCounted
            ? FormattableString.Invariant($"{Sign}hidden, over {MostCounted} characters")
            : FormattableString.Invariant($"{Sign}hidden, {text.Length} {(text.Length == 1 ? "character" : "characters")}");
    }

    private string Letter(string of)
    {
        var hash = HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(of));
        return string.Create(Letters, hash, static (letters, hash) =>
        {
            for (var i = 0; i < letters.Length; i++)
                letters[i] = Alphabet[hash[i] % Alphabet.Length];
        });
    }

    // A text that only begins with the sign is somebody's own.
    [GeneratedRegex($@"\A((sips?|tel|mailto):)?•([{Alphabet}]{{4}}( …[0-9]{{4}})?|hidden, (over )?[0-9]{{1,5}} characters?)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Masked();

    [GeneratedRegex(@"\A(?<scheme>(sips?|tel|mailto):)?(?<user>[^@;>]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(
        """
        (?<!\w)(sips?|tel|mailto):[^\s"'<>,]+
        | [^\s"'<>,:;=/@]+@[^\s"'<>,/@]+
        | (?<!\w)(\+|%2B)\d[\d\ ().-]{5,18}\d(?!\w)
        | (?<![\w.:+-])\(?\d{3}\)?[\ .-]\d{3}[\ .-]\d{4}(?![\w:]|[.-]\w)
        | (?<![\w.:+-])\d{7,15}(?![\w:]|[.-]\w)
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parties();
}
