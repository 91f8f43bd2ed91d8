using System.Text.Json;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// What browsers report that the Content-Security-Policy has refused. Anybody can send such reports, and the address in one may hold a phone number: the
/// log gets the directive and the kind of source alone.
/// </summary>
internal static partial class PolicyReports
{
    public const string Path = "/policy-reports";
    public const string Group = "policy";

    private const int MostReports = 20;
    private const int MostBytes = 64 * 1024;
    private const int LongestWord = 40;

    public static void MapPolicyReports(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, ReceiveAsync).AllowAnonymous();

    /// <summary>Names the endpoint to the browser, below the path of the app.</summary>
    public static Task NameEndpoint(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["Reporting-Endpoints"] = $"{Group}=\"{context.Request.PathBase}{Path}\"";
        return next(context);
    }

    /// <summary>The violations of a report, each as a directive and a kind of source; those that can't be read are left out.</summary>
    public static IEnumerable<(string Directive, string Source)> Violations(JsonElement reports)
    {
        if (reports.ValueKind is not JsonValueKind.Array)
            yield break;
        foreach (var report in reports.EnumerateArray().Take(MostReports))
        {
            if (report.ValueKind is JsonValueKind.Object && Text(report, "type") == "csp-violation" && report.TryGetProperty("body", out var body) && body.ValueKind is JsonValueKind.Object)
                yield return (Word(Text(body, "effectiveDirective")), Source(Text(body, "blockedURL")));
        }
    }

    private static async Task ReceiveAsync(HttpContext context, ILoggerFactory loggers)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (context.Request.ContentLength is not (> 0 and <= MostBytes) || context.Request.ContentType?.StartsWith("application/reports+json", StringComparison.OrdinalIgnoreCase) is not true)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        try
        {
            using var reports = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var logger = loggers.CreateLogger(typeof(PolicyReports));
            foreach (var (directive, source) in Violations(reports.RootElement))
                WarnViolated(logger, directive, source);
        }
        catch (JsonException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static string Word(string text) => text.Length is > 0 and <= LongestWord && text.All(c => char.IsAsciiLetterLower(c) || c is '-') ? text : "unknown";

    private static string Source(string blocked) => blocked switch
    {
        "inline" or "eval" or "wasm-eval" or "data" or "blob" or "trusted-types-policy" or "trusted-types-sink" => blocked,
        _ => Uri.TryCreate(blocked, UriKind.Absolute, out var address) ? Word(address.Scheme) + " address" : "unknown",
    };

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A browser reports that the Content-Security-Policy refused something: {Directive}, {Source}. An extension of the browser may be the cause, or somebody may have made it up.")]
    private static partial void WarnViolated(ILogger logger, string directive, string source);
}
