using CallEventsDashboard.Authentication;
using Microsoft.Net.Http.Headers;

namespace CallEventsDashboard.Exports;

public static class ExportsRegistration
{
    /// <summary>The address of a download, before its ticket; relative to the base of the app.</summary>
    public const string Path = "exports/";

    /// <summary>The exports of all tabs. Needs authentication, background work and a clock.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services) => services.AddSingleton<ExportStore>().AddScoped<TabExports>();

    /// <summary>The download of an export, for who has a ticket.</summary>
    public static void MapExports(this IEndpointRouteBuilder app) => app.MapGet($"/{Path}{{ticket}}", Download);

    // The rest of a file is asked for with its tag: in If-Range by Chromium, in If-Match by Firefox.
    private static IResult Download(string ticket, HttpContext context, ExportStore store)
    {
        var headers = context.Request.GetTypedHeaders();
        var tag = headers.Range is null ? null : headers.IfRange?.EntityTag ?? (headers.IfMatch is [var match] ? match : null);
        if (store.Redeem(ticket, UserIdentity.From(context.User)?.StorageId, tag?.ToString()) is not var (export, own))
            return Results.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(export.Open(), export.ContentType, export.FileName, entityTag: new EntityTagHeaderValue(own), enableRangeProcessing: true);
    }
}
