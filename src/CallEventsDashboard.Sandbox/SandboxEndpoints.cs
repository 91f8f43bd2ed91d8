using CallEventsDashboard.Sandbox.Api;
using CallEventsDashboard.Sandbox.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallEventsDashboard.Sandbox;

/// <summary>The API over HTTP, and two addresses of the Sandbox's own: <c>/_sandbox/faults</c> and <c>/_sandbox/requests</c>.</summary>
public static class SandboxEndpoints
{
    /// <summary>Any other path below is answered 404, as Telnyx does.</summary>
    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder endpoints, SandboxApi api)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost("/_sandbox/faults", context => SetFaultsAsync(context, api));
        endpoints.MapGet("/_sandbox/faults", context => WriteFaultsAsync(context, api));
        endpoints.MapGet("/_sandbox/requests", () => Results.Json(new { count = api.RequestCount, requests = api.Requests, beside = api.RequestsBeside }));
        endpoints.MapFallback("{**path}", context => ServeAsync(context, api));
        return endpoints;
    }

    private static async Task SetFaultsAsync(HttpContext context, SandboxApi api)
    {
        using var reader = new StreamReader(context.Request.Body);
        var (faults, problem) = FaultsJson.Read(await reader.ReadToEndAsync(context.RequestAborted));
        if (faults is null)
        {
            await Results.Json(new { problem }, statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        api.Faults = faults;
        await WriteFaultsAsync(context, api);
    }

    private static Task WriteFaultsAsync(HttpContext context, SandboxApi api) =>
        Results.Bytes(FaultsJson.Write(api.Faults), "application/json").ExecuteAsync(context);

    private static async Task ServeAsync(HttpContext context, SandboxApi api)
    {
        var request = context.Request;
        var answer = api.Handle(new SandboxRequest(request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "", request.Headers.Authorization));
        await Task.Delay(answer.Delay, api.Time, context.RequestAborted);
        switch (answer.Delivery)
        {
            case Delivery.Hung:
                await Task.Delay(Timeout.InfiniteTimeSpan, api.Time, context.RequestAborted);
                return;
            case Delivery.Reset:
                context.Abort();
                return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;
        await WriteBodyAsync(context, answer, api.Time);
    }

    private static async Task WriteBodyAsync(HttpContext context, SandboxAnswer answer, TimeProvider time)
    {
        var body = answer.Body;
        switch (answer.Delivery)
        {
            case Delivery.Truncated:
                await context.Response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                break;
            case Delivery.Slow:
                for (var piece = FaultyResponseStream.PieceOf(body.Length); body.Length > 0; body = body[Math.Min(piece, body.Length)..])
                {
                    await Task.Delay(TimeSpan.FromSeconds(1), time, context.RequestAborted);
                    await context.Response.Body.WriteAsync(body[..Math.Min(piece, body.Length)], context.RequestAborted);
                    await context.Response.Body.FlushAsync(context.RequestAborted);
                }

                break;
            default:
                await context.Response.Body.WriteAsync(body, context.RequestAborted);
                break;
        }
    }
}
