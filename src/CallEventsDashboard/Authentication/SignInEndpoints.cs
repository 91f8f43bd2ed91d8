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
        if (endpoints.ServiceProvider.GetService<LogoutTokens>() is not null)
            endpoints.MapPost(SignInPaths.BackChannel, BackChannelLogout.EndAsync).AllowAnonymous();
    }

    private static async Task SignInAsync(HttpContext context, SignInSessions sessions, TimeProvider time, ILogger<SignInSessions> logger, [AsParameters] SignInQuery query)
    {
        var target = ReturnUrl.Local(query.ReturnUrl, context.Request.PathBase);
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

        var properties = new OpenIdConnectChallengeProperties { RedirectUri = target };
        if (SignInCookie.Past(context) is { } past && sessions.MustSignInAnew(past))
        {
            properties.Prompt = "login";
            SignInAttempt.MarkFresh(properties, time.GetUtcNow());
        }

        // The browser still has the cookies of a sign-in that has ended.
        if (context.Request.Cookies.ContainsKey(SignInCookie.Name))
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (query.Account == "other")
            properties.Prompt = "select_account";
        if (query.Again == "true")
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
    private static async Task SignOutAsync(HttpContext context, SignInSessions sessions, ISignInJournal journal, IOptions<SignInOptions> options)
    {
        // The copies of pages that a browser keeps, to show them again when somebody goes back; and, where the operator wants it, the stored keys.
        context.Response.Headers["Clear-Site-Data"] = options.Value.ForgetAtSignOut ? "\"cache\", \"storage\"" : "\"cache\"";
        var isProvided = options.Value.Mode is not SignInMode.Anonymous;
        if (!isProvided || context.User.Identity is not { IsAuthenticated: true })
        {
            context.Response.Redirect(context.Request.PathBase + SignInPaths.SignedOut);
            return;
        }

        var everywhere = context.Request.HasFormContentType && (await context.Request.ReadFormAsync(context.RequestAborted)).ContainsKey(SignInPaths.Everywhere);
        journal.Note(context, new("sign-out", UserIdentity.From(context.User), context.User.FindFirst(SignInSessions.IdClaim)?.Value, everywhere ? "everywhere" : "this browser"));
        if (everywhere && UserIdentity.From(context.User) is { } person)
            sessions.EndAll(person);
        else
            sessions.End(context.User);
        var properties = new AuthenticationProperties { RedirectUri = context.Request.PathBase + SignInPaths.SignedOut };
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, properties);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider can't be reached or does not answer as one ({Code})")]
    private static partial void WarnUnavailable(ILogger logger, string code);
}
