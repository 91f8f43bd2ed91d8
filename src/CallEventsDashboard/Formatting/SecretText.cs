using System.Text.RegularExpressions;

namespace CallEventsDashboard.Formatting;

/// <summary>Takes secrets out of what other services sent, whether numbers are masked or not: what a page shows is copied, and looked at over shoulders.</summary>
public static partial class SecretText
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Hidden = "(hidden)";

    private const int LongestText = 12 * 1024;

    /// <summary>An address without user and password, and without the values of parameters whose names speak of secrets.</summary>
    public static string Url(string url) => Guarded(url, Addressed);

    /// <summary>The value of a header; hidden where its name speaks of a secret, or of a signature.</summary>
    public static string Header(string name, string value) => SecretName().IsMatch(name) ? Hidden : Text(value);

    /// <summary>A text of any form: JSON, a form, a page. Keys, tokens and the values of fields whose names speak of secrets are hidden.</summary>
    public static string Text(string text) => Guarded(text, Plain);

    private static string Plain(string text)
    {
        var plain = KeyLike().Replace(text, Hidden);
        plain = JsonText().Replace(plain, match => $"{match.Groups["name"].Value}{Hidden}{match.Groups["end"].Value}");
        plain = JsonOther().Replace(plain, match => $"{match.Groups["name"].Value}\"{Hidden}\"");
        plain = Element().Replace(plain, match => $"{match.Groups["name"].Value}{Hidden}<");
        plain = Loose().Replace(plain, match => $"{match.Groups["name"].Value}{Hidden}");
        return Addressed(plain);
    }

    private static string Addressed(string text) =>
        Parameter().Replace(UserInfo().Replace(text, $"${{scheme}}{Hidden}@"), match => $"{match.Groups["name"].Value}={Hidden}");

    // A text that is made to keep an expression busy is not shown at all.
    private static string Guarded(string text, Func<string, string> hide)
    {
        try
        {
            return hide(Clip(text));
        }
        catch (RegexMatchTimeoutException)
        {
            return Hidden;
        }
    }

    private static string Clip(string text) => text.Length <= LongestText ? text : text[..LongestText];

    // Within a longer name these speak of a secret; those of the second line do so only as the whole name of a parameter: "code" is the key of a function on Azure, and "status_code" is none.
    private const string Names = "token|secret|password|passwd|pwd|api[_-]?key|access[_-]?key|authorization|cookie|signature|credential|jwt|hmac";
    private const string WholeNames = "code|sig|key|auth|pass|otp|pin|assertion|subscription-key";
    private const RegexOptions Usual = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<scheme>\b[a-z][a-z0-9+.-]*://)[^/@?#\s""'<>]*@", Usual, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex($@"(?<name>\b[\w.-]{{0,60}}({Names})[\w.-]{{0,60}}|(?<=^|[?&])({WholeNames}))=[^&\s""'<>;#]+", Usual, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex($@"({Names})|auth|^x-.*key", Usual, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex($@"(?<name>""([^""]{{0,60}}({Names})[^""]{{0,60}}|auth|pass|otp|pin|assertion)""\s*:\s*"")(\\.|[^""\\])*(?<end>""|\z)", Usual, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonText();

    // A number, unless it counts tokens; a list; an object, whatever is in it.
    [GeneratedRegex($@"(?<name>""([^""]{{0,60}}({Names})[^""]{{0,60}}|auth|pass|otp|pin|assertion)""(?<!tokens"")\s*:\s*)(-?[0-9][0-9.eE+-]*)|(?<name>""([^""]{{0,60}}({Names})[^""]{{0,60}}|auth|pass|otp|pin|assertion)""\s*:\s*)(\[[^\[\]]*(\]|\z)|\{{(?>[^{{}}]+|(?<o>\{{)|(?<-o>\}}))*(\}}|\z))", Usual, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonOther();

    [GeneratedRegex($@"(?<name><([\w.:-]{{0,60}}({Names})[\w.:-]{{0,60}}|auth|pass|otp|pin)(\s[^<>]*)?>)[^<>]+<", Usual, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Element();

    // As a page of an error shows it, a dump, a list of headers, or JSON within JSON; not how many tokens a model used.
    [GeneratedRegex($@"(?<name>\b(?![\w.-]{{0,60}}tokens\b)[\w.-]{{0,60}}({Names})[\w.-]{{0,60}}(\\*[""']|&quot;|&\#39;)?\s{{0,5}}(=>|:|=)\s{{0,5}}(\\*[""']|&quot;|&\#39;)?)(?!\s)[^\\""'&,{{}}\[\]<>;\r\n]+", Usual, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loose();

    [GeneratedRegex(@"\b(KEY[0-9A-Za-z_-]{8,}|(sk|pk|rk)_(live|test)_[0-9A-Za-z_-]{6,}|eyJ[0-9A-Za-z_-]{10,}(\.[0-9A-Za-z_-]+){1,2}|Bearer\s+[^\s""'<>]+|Basic\s+[A-Za-z0-9+/=]{8,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyLike();
}
