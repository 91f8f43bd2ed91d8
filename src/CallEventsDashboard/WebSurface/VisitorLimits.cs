using System.Threading.RateLimiting;
using CallEventsDashboard.Authentication;
using Microsoft.AspNetCore.RateLimiting;

namespace CallEventsDashboard.WebSurface;

/// <summary>
/// How often one person may load a page or open a circuit. With <c>Anonymous</c> everybody is the same person, so nobody is counted there; who is
/// not signed in is counted by address.
/// </summary>
internal static class VisitorLimits
{
    /// <summary>So many at once, as when a browser restores its tabs.</summary>
    public const int Burst = 300;

    private const int PerSecond = 5;

    public static PartitionedRateLimiter<HttpContext> Create() => PartitionedRateLimiter.Create<HttpContext, string>(context => Kind(context.Request) is { } kind && Visitor(context) is { } visitor
        ? RateLimitPartition.GetTokenBucketLimiter($"{kind} {visitor}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        })
        : RateLimitPartition.GetNoLimiter(""));

    public static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var response = rejected.HttpContext.Response;
        response.Headers.RetryAfter = "10";
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync("Too many pages were loaded at once. Wait ten seconds, then load this page again.", cancellationToken);
    }

    private static string? Kind(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
            return request.Path.Value!.EndsWith("/negotiate", StringComparison.OrdinalIgnoreCase) || request.Headers.Upgrade.Count > 0 ? "circuit" : null;
        return HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) ? "page" : null;
    }

    private static string? Visitor(HttpContext context) => context.User.Identity switch
    {
        { IsAuthenticated: true, AuthenticationType: AnonymousHandler.SchemeName } => null,
        { IsAuthenticated: true } => UserIdentity.Of(context.User)?.StorageId ?? "",
        _ => context.Connection.RemoteIpAddress?.ToString() ?? "",
    };
}
