using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.Antiforgery;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// Refuses each form, and every other request that could change something, that was not sent from a page of this app. The framework's own middleware
/// only takes note of a missing token and leaves it to each endpoint to heed that; here an endpoint can't forget. The hub is <see cref="OriginMiddleware"/>'s.
/// </summary>
internal sealed class AntiforgeryMiddleware(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Changes(context.Request) || IsSafeSignOut(context) || await antiforgery.IsRequestValidAsync(context))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    // An open page may learn by its own sign-out that its session is over; the token in its form is that person's, who is not here any more. And of tabs
    // that were loaded at once each may have got a form cookie, of which one is left: that the browser says where a form came from is enough to sign out.
    private static bool IsSafeSignOut(HttpContext context) =>
        context.Request.Path == SignInPaths.SignOut
        && (context.User.Identity is not { IsAuthenticated: true } || context.Request.Headers["Sec-Fetch-Site"] == "same-origin");

    private static bool Changes(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method)
        && !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase)
        // The one comes with a token that the provider has signed, the other changes nothing but the log.
        && request.Path != SignInPaths.BackChannel && request.Path != PolicyReports.Path;
}
