using CallEventsDashboard.Configuration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Authentication;

public static partial class SignInEndpoints
{
    /// <summary>Maps <c>/signin</c> and <c>/signout</c>. Where nobody is signed in, both do nothing but lead on.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(SignInPaths.SignIn, SignInAsync).AllowAnonymous();
        endpoints.MapPost(SignInPaths.SignOut, SignOutAsync).AllowAnonymous();
    }

    /// <param name="returnUrl">Where to go on to; only what is local is followed.</param>
    /// <param name="again"><c>true</c> where an attempt takes the place of one that failed.</param>
    /// <param name="account"><c>other</c> lets the person choose another account than the one that the provider knows.</param>
    private static async Task SignInAsync(HttpContext context, ILogger<SignInSessions> logger, string? returnUrl, string? account, string? again)
    {
        var target = ReturnUrl.Local(returnUrl, context.Request.PathBase);
        if (!PageRequest.MayNavigate(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (context.User.Identity is { IsAuthenticated: true })
        {
            context.Response.Redirect(target);
            return;
        }

        // The browser still has the cookies of a sign-in that has ended.
        if (context.Request.Cookies.ContainsKey(SignInCookie.Name))
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = target };
        if (account == "other")
            properties.Prompt = "select_account";
        if (again == "true")
            SignInAttempt.MarkAgain(properties);
        try
        {
            await context.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, properties);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            WarnUnavailable(logger, SignInFailure.Code(e));
            context.Response.Redirect(ProviderEvents.RefusedAddress(context.Request.PathBase, SignInRefusal.Unavailable, target));
        }
    }

    // The token of its form was looked at before any endpoint is reached.
    private static async Task SignOutAsync(HttpContext context, SignInSessions sessions, IOptions<SignInOptions> options)
    {
        // The copies of pages that a browser keeps, to show them again when somebody goes back.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        var isProvided = options.Value.Mode is not SignInMode.Anonymous;
        if (!isProvided || context.User.Identity is not { IsAuthenticated: true })
        {
            context.Response.Redirect(context.Request.PathBase + SignInPaths.SignedOut);
            return;
        }

        sessions.End(context.User);
        var properties = new AuthenticationProperties { RedirectUri = context.Request.PathBase + SignInPaths.SignedOut };
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, properties);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider can't be reached or does not answer as one ({Code})")]
    private static partial void WarnUnavailable(ILogger logger, string code);
}
