using System.Threading.RateLimiting;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Components.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// How often one person may load a page, connect to the hub or begin to sign in. Whoever holds a session, or held one, is counted as that person, so
/// that strangers behind the same address take nothing from them; others are counted by address. With <c>Anonymous</c> only the address is known, and
/// may be that of a proxy: pages are not counted there.
/// </summary>
internal static class VisitorLimits
{
    /// <summary>So many at once, as when a browser restores its tabs.</summary>
    public const int Burst = 300;

    private const string Circuit = "circuit";
    private const string Report = "report";
    private const int PerSecond = 5;
    private const int AnonymousFactor = 4;

    public static PartitionedRateLimiter<HttpContext> Create() => PartitionedRateLimiter.Create<HttpContext, string>(context =>
    {
        var isAnybody = AnonymousHandler.IsNobodyInParticular(context.User);
        if (Kind(context) is not { } kind || (isAnybody && kind is not (Circuit or Report)))
            return RateLimitPartition.GetNoLimiter("");
        var factor = isAnybody ? AnonymousFactor : 1;
        return RateLimitPartition.GetTokenBucketLimiter($"{kind} {Visitor(context, isAnybody)}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = factor * Burst,
            TokensPerPeriod = factor * PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });
    });

    public static ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken) => RejectAsync(rejected.HttpContext, cancellationToken);

    /// <summary>Answers with a page that tries again by itself, or with a text where no page was asked for.</summary>
    public static async ValueTask RejectAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.RequestServices.GetRequiredService<AuditTally>().Count("limit-hit", context, $"requests ({Kind(context) ?? "sign-in answer"})");
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = $"{TooManyRequestsPage.Seconds}";
        context.Response.Headers.CacheControl = "no-store";
        if (AcceptsPage(context.Request))
        {
            await new RazorComponentResult<TooManyRequestsPage>(new { TriesAgain = HttpMethods.IsGet(context.Request.Method) }) { StatusCode = StatusCodes.Status429TooManyRequests }.ExecuteAsync(context);
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync($"Too many requests came at once. Wait {TooManyRequestsPage.Seconds} seconds, then try again.", cancellationToken);
    }

    private static string? Kind(HttpContext context)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
            return request.Path.Value!.EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase) || HubMiddleware.IsWebSocket(context) ? Circuit : null;
        // Whatever it accepts: each may be a request to the provider.
        if (request.Path.Equals(SignInPaths.SignIn, StringComparison.OrdinalIgnoreCase))
            return "signin";
        if (request.Path.Equals(SignInPaths.BackChannel, StringComparison.OrdinalIgnoreCase))
            return "logout";
        if (request.Path.Equals(PolicyReports.Path, StringComparison.OrdinalIgnoreCase))
            return Report;
        return HttpMethods.IsGet(request.Method) && AcceptsPage(request) ? "page" : null;
    }

    private static bool AcceptsPage(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static string Visitor(HttpContext context, bool isAnybody)
    {
        var person = isAnybody ? null : UserIdentity.From(context.User) ?? SignInCookie.Holder(context);
        return person?.StorageId ?? VisitorAddress.Name(context.Connection.RemoteIpAddress);
    }
}
