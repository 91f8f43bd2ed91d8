using CallEventsDashboard.Auditing;
using CallEventsDashboard.Telnyx;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// Keeps pages of other origins away from the hub, whose WebSocket the browser's same-origin policy does not guard. All of <c>/_blazor…</c>
/// answers 403 unless the request comes from a page of the very origin that it asks. Strangers have got their 401 before.
/// </summary>
internal sealed partial class OriginMiddleware(RequestDelegate next, AuditTally audit, ILogger<OriginMiddleware> logger)
{
    private const string Hub = "/_blazor";
    private const int LongestLogged = 200;

    private int _warned;

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsHub(context.Request) || IsSameOrigin(context.Request))
            return next(context);
        audit.Count("origin-refused", context, AuditText.Origin(context.Request.Headers.Origin.ToString()));
        if (Interlocked.Exchange(ref _warned, 1) == 0)
            WarnRefused(logger, LogText.Line(context.Request.Headers.Origin.ToString(), LongestLogged), LogText.Line(Own(context.Request), LongestLogged));
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        return Task.CompletedTask;
    }

    private static bool IsHub(HttpRequest request) => request.Path.Value?.StartsWith(Hub, StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsSameOrigin(HttpRequest request)
    {
        var (origin, site) = (request.Headers.Origin, request.Headers["Sec-Fetch-Site"].ToString());
        if (StringValues.IsNullOrEmpty(origin))
            return origin.Count == 0 && HttpMethods.IsGet(request.Method) && site is not ("cross-site" or "same-site");
        // The message of a tab that closes is a beacon, and browsers name no origin in it where the page sends no referrer. They do say which site it came from, and no page can change that.
        if (origin == "null")
            return site == "same-origin" && HttpMethods.IsPost(request.Method) && request.Path.Equals($"{Hub}/disconnect", StringComparison.OrdinalIgnoreCase);
        return origin.Count == 1
            && Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && from.UserInfo.Length == 0
            && from.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase)
            && from.Scheme.Equals(request.Scheme, StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(Own(request), UriKind.Absolute, out var own)
            && from.IdnHost.Equals(own.IdnHost, StringComparison.OrdinalIgnoreCase)
            && from.Port == own.Port;
    }

    private static string Own(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page of origin '{Origin}' was refused by the hub of {Own}; further ones are counted in the audit. If a proxy in front of the app ends TLS or changes the host name, set ForwardedHeaders:KnownProxies to its address.")]
    private static partial void WarnRefused(ILogger logger, string origin, string own);
}
