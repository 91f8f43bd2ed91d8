using System.Globalization;
using System.Text.RegularExpressions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Privacy;

/// <summary>Shows a value of a field while it is masked: the value itself where it is what the field's rule allows, else its stand-in.</summary>
internal sealed partial class ValueMask(Pseudonyms pseudonyms)
{
    private const int LongestName = 200;
    private const int LongestForm = 64 * 1024;

    /// <param name="text">A JSON text, or a JSON number as it is written.</param>
    /// <returns><paramref name="text"/> itself where it may be seen; the same stand-in for the same value where not.</returns>
    public string Show(FieldKind kind, string text)
    {
        if (text.Length == 0 || Pseudonyms.IsStandIn(text))
            return text;
        return kind switch
        {
            FieldKind.Secret => Pseudonyms.Hidden(text),
            FieldKind.Party => Named(text),
            FieldKind.Word => KnownWords.IsName(text) ? text : Named(text),
            FieldKind.Code => KnownWords.IsName(text) || IsFigure(text) || OwnCode().IsMatch(text) ? text : Named(text),
            FieldKind.Sentence => KnownWords.IsSentence(text) || IsFigure(text) ? text : Unlisted(text),
            FieldKind.Measure => IsFigure(text) || KnownWords.IsName(text) ? text : Unlisted(text),
            FieldKind.Id => IsId(text) ? text : Named(text),
            FieldKind.Time => IsTime(text) ? text : Unlisted(text),
            FieldKind.Url => Address(text) ?? Named(text),
            _ => Unlisted(text),
        };
    }

    /// <summary>The name of a field, where it is made of words that Telnyx uses; else its stand-in.</summary>
    public string Name(string name) => name.Length == 0 || KnownWords.IsName(name) ? name : Named(name);

    /// <summary>The values of a form (<c>a=1&amp;b=2</c>), each by its name; null for a text that is none, or longer than 65,536 characters.</summary>
    /// <param name="rule">The rule of the field that holds the form.</param>
    public string? Form(FieldRule rule, string text)
    {
        if (text.Length > LongestForm || !Pairs().IsMatch(text))
            return null;
        return string.Join('&', text.Split('&').Select(pair => pair.Split('=', 2)).Select(parts =>
            parts is [var name, var value] ? $"{Name(Plain(name))}={Show(rule.Of(Plain(name)).Kind, Plain(value))}" : Unlisted(Plain(parts[0]))));
    }

    private static string Plain(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));

    // Longer than any name, it is a text.
    private string Named(string text) => text.Length > LongestName ? Pseudonyms.Hidden(text) : pseudonyms.Of(text);

    private string Unlisted(string text) => Number(text) is { } number ? pseudonyms.Of(number) : Pseudonyms.Hidden(text);

    /// <summary>The number or address that a text consists of; null for any other text.</summary>
    private static string? Number(string text)
    {
        if (text.Length > LongestName)
            return null;
        var plain = text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text;
        if (NumberNotation.Digits(plain).Length > 0 || CallAddress().IsMatch(plain))
            return plain;
        // A JSON number can be written with an exponent.
        return plain.AsSpan().ContainsAny('e', 'E') && decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number.ToString("0", CultureInfo.InvariantCulture) is var digits && NumberNotation.Digits(digits).Length > 0 ? digits : null;
    }

    private static bool IsFigure(string text) => Figure().IsMatch(text) && !NumberNotation.IsIn(text);

    private static bool IsId(string text) => Guid.TryParseExact(text, "D", out _) || LongNumber().IsMatch(text) || (Token().IsMatch(text) && !NumberNotation.IsIn(text) && HasKnownPrefix(text));

    // assistant-0f7d1c1e: a word that Telnyx uses before what a machine made.
    private static bool HasKnownPrefix(string text) => text.Contains(':', StringComparison.Ordinal) || text.IndexOfAny(['-', '_']) is var at and > 0 && KnownWords.IsName(text[..at]);

    private static bool IsTime(string text) => Instant().IsMatch(text) && InstantText.Parse(text) is not null;

    private string? Address(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http" or "wss" or "ws") || uri.IdnHost.Length == 0)
            return null;
        var authority = uri.IsDefaultPort ? uri.IdnHost : string.Create(CultureInfo.InvariantCulture, $"{uri.IdnHost}:{uri.Port}");
        var rest = $"{uri.UserInfo}{uri.PathAndQuery}{uri.Fragment}";
        return $"{uri.Scheme}://{(NumberNotation.IsIn(authority) ? pseudonyms.Of(authority) : authority)}{(rest == "/" ? "" : $"/{pseudonyms.Of(rest)}")}";
    }

    [GeneratedRegex(@"\A(sips?|tel):[^\s]+\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CallAddress();

    [GeneratedRegex(@"\A-?[0-9]{1,6}(\.[0-9]{1,6})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();

    // Telnyx's own codes for a refused call.
    [GeneratedRegex(@"\A[A-Z][0-9]{1,3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnCode();

    // Connections and voice profiles; a phone number has 15 digits at most, and a payment card 16.
    [GeneratedRegex(@"\A[0-9]{17,20}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"\A(v[0-9]:[A-Za-z0-9_-]{16,200}|[A-Za-z]{2,20}[-_][0-9a-f-]{8,64})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?( ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();

    [GeneratedRegex(@"\A[^\s=&{}<>]{1,80}=[^\s]*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pairs();
}
