using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

/// <summary>The cookie that holds a sign-in, and the answer to a request without one.</summary>
internal static class SignInCookie
{
    public const string Name = Prefix + Part;
    public const string FormName = Prefix + FormPart;
    public const string FormPart = "form";

    // Browsers take a cookie of this prefix only from this very host, over https.
    private const string Prefix = "__Host-callevents.";
    private const string Part = "session";

    public static void Configure(CookieAuthenticationOptions cookie, SignInSessions sessions, TimeSpan lifetime)
    {
        Harden(cookie.Cookie, Part);
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = lifetime;
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = context =>
        {
            if (context.Principal is null || sessions.StateOf(context.Principal) is not SignInState.Live)
                context.RejectPrincipal();
            else
                ClientAddress.Note(context.Principal, context.HttpContext);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = AskToSignIn;
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>Whose session the cookie of a request is or was; null where it holds none that this app gave.</summary>
    public static UserIdentity? Holder(HttpContext context) => Past(context) is { } user ? UserIdentity.From(user) : null;

    /// <summary>The session that the cookie of a request is or was; null as above.</summary>
    public static ClaimsPrincipal? Past(HttpContext context)
        => context.Request.Cookies[Name] is { Length: > 0 } cookie
            ? context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme)
                .TicketDataFormat.Unprotect(cookie)?.Principal
            : null;

    public static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = Prefix + name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.IsEssential = true;
    }

    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (!PageRequest.IsPage(context.HttpContext))
            return Answer(context, StatusCodes.Status401Unauthorized);
        var target = ReturnUrl.From(context.HttpContext, PageRequest.RawTarget(context.HttpContext));
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect($"{context.Request.PathBase}{SignInPaths.SignIn}{QueryString.Create(SignInPaths.ReturnUrl, target)}");
        return Task.CompletedTask;
    }

    // A page that explains would itself ask to sign in: the bare status is all there is.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        context.HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        return Task.CompletedTask;
    }
}
