using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CallEventsDashboard.Authentication;

/// <summary>
/// The cookie by which an answer of the provider is known to be for the browser that asked, and the sessions that come of it to be of one browser. It is
/// one for all attempts, however many tabs are restored at once: one for each would outgrow what servers take as a header.
/// </summary>
internal static class BrowserCookie
{
    public const string Part = "browser";

    private const int SecretBytes = 32;

    // The provider's answer is a post from its site, which only such cookies accompany.
    private static readonly CookieBuilder Cookie = Build();

    /// <summary>The identity of a browser: a hash of its cookie. Null where it has none.</summary>
    public static string? Id(HttpRequest request) => request.Cookies[Cookie.Name!] is { Length: > 0 } secret ? Hash(secret) : null;

    /// <summary>The identity of the browser from now on; it gets a cookie where it has none.</summary>
    public static string Ensure(HttpContext context)
    {
        if (Id(context.Request) is { } known)
            return known;
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        context.Response.Cookies.Append(Cookie.Name!, secret, Cookie.Build(context));
        return Hash(secret);
    }

    private static string Hash(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static CookieBuilder Build()
    {
        var cookie = new CookieBuilder { SameSite = SameSiteMode.None };
        SignInCookie.Harden(cookie, Part);
        return cookie;
    }
}
