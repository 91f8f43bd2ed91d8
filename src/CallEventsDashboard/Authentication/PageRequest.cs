using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace CallEventsDashboard.Authentication;

/// <summary>Tells somebody who opens a page from everything else that asks: only the former can be sent to sign in.</summary>
internal static class PageRequest
{
    /// <summary>Whether a browser's tab asks for one of the pages.</summary>
    public static bool IsPage(HttpContext context)
        => MayNavigate(context.Request)
            && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
            && context.Features.Get<IExceptionHandlerFeature>() is null;

    /// <summary>Whether the request can be that of a tab: browsers say what they ask for, other programs need not.</summary>
    public static bool MayNavigate(HttpRequest request)
        => HttpMethods.IsGet(request.Method)
            && (!request.Headers.TryGetValue("Sec-Fetch-Mode", out var mode) || mode == "navigate")
            && (!request.Headers.TryGetValue("Sec-Fetch-Dest", out var destination) || destination == "document");

    /// <summary>The address of the request as it was sent.</summary>
    public static string RawTarget(HttpContext context) => context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
}
