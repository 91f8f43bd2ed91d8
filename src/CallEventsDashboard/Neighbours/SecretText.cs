using System.Text.RegularExpressions;
using CallEventsDashboard.Telnyx.Resources;

namespace CallEventsDashboard.Neighbours;

/// <summary>Takes secrets out of what other services sent, whether numbers are masked or not: what a page shows is copied, and looked at over shoulders.</summary>
public static partial class SecretText
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Hidden = "(hidden)";

    private const int LongestText = 12 * 1024;

    /// <summary>An address without user and password, and without the values of parameters whose names speak of secrets.</summary>
    public static string Url(string url)
    {
        var plain = UserInfo().Replace(Clip(url), $"${{scheme}}{Hidden}@");
        return Parameter().Replace(plain, match => $"{match.Groups["name"].Value}={Hidden}");
    }

    /// <summary>The value of a header; hidden where its name speaks of a secret, or of a signature.</summary>
    public static string Header(HttpHeader header) => SecretName().IsMatch(header.Name) ? Hidden : Text(header.Value);

    /// <summary>A text of any form: JSON, a form, a page. Keys, tokens and the values of fields whose names speak of secrets are hidden.</summary>
    public static string Text(string text)
    {
        var plain = KeyLike().Replace(Clip(text), Hidden);
        plain = JsonField().Replace(plain, match => $"{match.Groups["name"].Value}{Hidden}{match.Groups["end"].Value}");
        return Parameter().Replace(plain, match => $"{match.Groups["name"].Value}={Hidden}");
    }

    private static string Clip(string text) => text.Length <= LongestText ? text : text[..LongestText];

    private const string Names = "token|secret|password|passwd|pwd|api[_-]?key|access[_-]?key|authorization|cookie|signature|credential|jwt|hmac";

    [GeneratedRegex(@"^(?<scheme>[a-z][a-z0-9+.-]*://)[^/@?#]*@", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex($@"(?<name>\b[\w.-]*({Names})[\w.-]*)=[^&\s""'<>;#]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex($@"({Names})|auth|^x-.*key", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex($@"(?<name>""[^""]*({Names})[^""]*""\s*:\s*"")(\\.|[^""\\])*(?<end>""|\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonField();

    [GeneratedRegex(@"\b(KEY[0-9A-Za-z_-]{8,}|(sk|pk|rk)_(live|test)_[0-9A-Za-z_-]{6,}|eyJ[0-9A-Za-z_-]{10,}(\.[0-9A-Za-z_-]+){1,2}|Bearer\s+[^\s""'<>]+|Basic\s+[A-Za-z0-9+/=]{8,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyLike();
}
