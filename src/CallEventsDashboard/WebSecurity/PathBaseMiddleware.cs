using System.Text.RegularExpressions;
using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// Says below which path people reach the app: the setting <c>PathBase</c>, or else what a known proxy sends in <c>X-Forwarded-Prefix</c>. A proxy
/// may take that path away or leave it in place; the rest of the app sees the same request in both cases.
/// </summary>
internal sealed partial class PathBaseMiddleware(RequestDelegate next, IOptions<HostingOptions> hosting)
{
    private readonly PathString _setting = new(hosting.Value.PathBase?.Trim() ?? "");

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var pathBase = _setting.HasValue ? _setting : Checked(request.PathBase);
        // As it was typed: the browser takes an address in other letters for one outside the app.
        (request.PathBase, request.Path) = request.Path.StartsWithSegments(pathBase, StringComparison.OrdinalIgnoreCase, out var typed, out var rest) && pathBase.HasValue
            ? (typed, rest)
            : (pathBase, request.Path);
        return next(context);
    }

    // A proxy that sets no such header hands on what the client sent. It becomes the base of every link, so it may be nothing but a plain path.
    private static PathString Checked(PathString prefix) => PlainPath().IsMatch(prefix.Value ?? "") ? new(prefix.Value!.TrimEnd('/')) : PathString.Empty;

    [GeneratedRegex(@"^(/(?!\.{1,2}(/|$))[A-Za-z0-9._~-]+)+/?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainPath();
}
