using CallEventsDashboard.Authentication;
using CallEventsDashboard.Components.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// Browsers hold the whole chain of redirects behind a form to the policy's <c>form-action</c>, and a provider may end sessions on a host that only it knows.
/// So the answer to the sign-out form is a page of the dashboard, and that page goes on to the provider.
/// </summary>
internal sealed class SignOutMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var (request, response) = (context.Request, context.Response);
        if (request.Path != SignInPaths.SignOut || response.HasStarted || response.StatusCode != StatusCodes.Status302Found)
            return;
        var target = response.Headers.Location.ToString();
        if (!Uri.TryCreate(target, UriKind.Absolute, out var provider) || provider.Scheme != Uri.UriSchemeHttps)
            return;
        response.Headers.Remove("Location");
        await new RazorComponentResult<SigningOutPage>(new { Provider = target }) { StatusCode = StatusCodes.Status200OK }.ExecuteAsync(context);
    }
}
