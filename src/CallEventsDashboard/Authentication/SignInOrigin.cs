using System.Net;

namespace CallEventsDashboard.Authentication;

/// <summary>Where a sign-in was begun.</summary>
/// <param name="Browser">What the browser is known by; null where it is not.</param>
/// <param name="Address">The address of the browser, or of a proxy that is not known.</param>
/// <param name="Family">The browser's name, such as Firefox.</param>
internal sealed record SignInOrigin(string? Browser = null, IPAddress? Address = null, string? Family = null)
{
    // Each also claims to be those that come after it.
    private static readonly (string Mark, string Name)[] Families =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    public static SignInOrigin From(HttpContext context)
        => new(BrowserCookie.Id(context.Request), context.Connection.RemoteIpAddress, FamilyName(context.Request.Headers.UserAgent.ToString()));

    /// <summary>The name of a browser that says what it is in the usual way; else null. Never a text of the browser's.</summary>
    public static string? FamilyName(string userAgent)
        => Families.FirstOrDefault(family => userAgent.Contains(family.Mark, StringComparison.Ordinal)).Name;
}
