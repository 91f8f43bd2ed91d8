using CallEventsDashboard.Auditing;
using CallEventsDashboard.Authentication;
using CallEventsDashboard.Operations;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// Lets no more connections to the hub in than <see cref="HubConnections"/> has places, whatever way they come: as a WebSocket over HTTP/1.1 or HTTP/2,
/// or as requests one after another. Once the app is stopping it lets none in, and ends those that do not end by themselves: a page that
/// connects again meanwhile would keep the app from stopping.
/// </summary>
internal sealed partial class HubMiddleware(
    RequestDelegate next, HubConnections connections, IHostApplicationLifetime lifetime, BackgroundWork work, AuditTally audit, TimeProvider time, ILogger<HubMiddleware> logger)
{
    private const string Hub = "/_blazor";

    // Browsers answer a farewell in less; one that sleeps never does.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan WarningInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long? _warned;

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase, out var rest))
            return next(context);
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Refuse(context, StatusCodes.Status503ServiceUnavailable);
        if (rest.HasValue && rest != "/")
            return next(context);
        return KeepInPlaceAsync(context);
    }

    /// <summary>Whether a request wants to become a WebSocket, in the way of either version of HTTP.</summary>
    public static bool IsWebSocket(HttpContext context) => context.Request.Headers.Upgrade.Count > 0 || IsExtendedConnect(context);

    private async Task KeepInPlaceAsync(HttpContext context)
    {
        var (id, caller) = (context.Request.Query["id"].ToString(), Caller(context));
        if (!connections.TryBegin(id, caller))
        {
            await RefuseBeyondAsync(context);
            return;
        }

        try
        {
            await using var stopping = lifetime.ApplicationStopping.Register(() => work.Begin("ending a connection", () => AbortLaterAsync(context), HandleError));
            await next(context);
        }
        finally
        {
            connections.End(id, caller, IsOver(context));
        }
    }

    private static bool IsExtendedConnect(HttpContext context) => context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    // A WebSocket is a connection in one request; the end of one that polls is said by its last answer.
    private static bool IsOver(HttpContext context) =>
        context.Response.StatusCode is StatusCodes.Status101SwitchingProtocols or StatusCodes.Status204NoContent or StatusCodes.Status404NotFound
        || HttpMethods.IsDelete(context.Request.Method) || IsExtendedConnect(context);

    private async Task AbortLaterAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Farewell, time, context.RequestAborted);
            context.Abort();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // It has ended by itself.
        }
    }

    // The host ends what is left: the log is all that has to know.
    private static void HandleError(string errorId)
    {
    }

    private Task RefuseBeyondAsync(HttpContext context)
    {
        audit.Count("limit-hit", context, "connections to the hub");
        lock (_gate)
        {
            if (_warned is not { } warned || time.GetElapsedTime(warned) >= WarningInterval)
            {
                _warned = time.GetTimestamp();
                WarnRefused(logger, connections.Count);
            }
        }

        return Refuse(context, StatusCodes.Status429TooManyRequests);
    }

    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = "10";
        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        return Task.CompletedTask;
    }

    // With Anonymous everybody is the same person.
    private static HubCaller Caller(HttpContext context) => new(
        AnonymousHandler.IsNobodyInParticular(context.User) ? null : UserIdentity.From(context.User)?.StorageId,
        VisitorAddress.Name(context.Connection.RemoteIpAddress));

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A connection to the hub was refused, as its person, its address or all together have as many as Limits allows ({Count} are open); further ones are refused without a log line for a minute.")]
    private static partial void WarnRefused(ILogger logger, int count);
}
