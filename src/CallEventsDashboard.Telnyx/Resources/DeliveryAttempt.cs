using System.Text.Json;

namespace CallEventsDashboard.Telnyx.Resources;

/// <summary>One attempt to deliver a webhook, with what the endpoint answered.</summary>
public sealed record DeliveryAttempt
{
    private const int MostHeaders = 60;
    private const int MostErrors = 20;

    public string? Status { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Where it was sent to.</summary>
    public string? Url { get; init; }

    /// <summary>The HTTP status of the answer; null where none came.</summary>
    public string? AnswerStatus { get; init; }

    public IReadOnlyList<HttpHeader> RequestHeaders { get; init; } = [];

    public IReadOnlyList<HttpHeader> AnswerHeaders { get; init; } = [];

    /// <summary>Telnyx keeps 10 kB of it at most.</summary>
    public string? AnswerBody { get; init; }

    /// <summary>Telnyx's codes for what went wrong, such as <c>75404</c>.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Null where one of its ends is not known, or they contradict each other.</summary>
    public TimeSpan? Duration => FinishedAt - StartedAt is { } duration && duration >= TimeSpan.Zero ? duration : null;

    /// <summary>By its status, else by the answer of the endpoint, else by its errors; null where none of them says.</summary>
    public bool? IsDelivered => Status?.ToUpperInvariant() switch
    {
        "DELIVERED" or "SUCCESS" => true,
        "FAILED" => false,
        _ => AnswerStatus is { } answer ? answer is ['2', _, _] : Errors.Count > 0 ? false : null,
    };

    internal static DeliveryAttempt Read(JsonElement json)
    {
        var (request, response) = (json.Field("http").Field("request"), json.Field("http").Field("response"));
        return new DeliveryAttempt
        {
            Status = json.Text("status"),
            StartedAt = InstantText.Read(json.Field("started_at")),
            FinishedAt = InstantText.Read(json.Field("finished_at")),
            Url = request.Text("url"),
            AnswerStatus = response.Text("status"),
            RequestHeaders = Headers(request.Field("headers")),
            AnswerHeaders = Headers(response.Field("headers")),
            AnswerBody = Body(response.Field("body")),
            // One page of the documentation has bare numbers, an older one objects.
            Errors = [.. json.Field("errors").Items().Take(MostErrors).Select(error => error.Text() ?? error.Text("code", "title", "detail")).OfType<string>()],
        };
    }

    // Pairs, as documented; or objects with a name and a value; or one object.
    private static IReadOnlyList<HttpHeader> Headers(JsonElement headers) => headers.ValueKind is JsonValueKind.Object
        ? [.. headers.EnumerateObject().Take(MostHeaders).Select(header => new HttpHeader(header.NameOrSource(), header.Value.Text() ?? ""))]
        : [.. headers.Items().Take(MostHeaders).Select(Header).OfType<HttpHeader>()];

    private static HttpHeader? Header(JsonElement header) => header.ValueKind is JsonValueKind.Array
        ? header.Items().ToList() is [var name, var value, ..] && name.Text() is { } text ? new HttpHeader(text, value.Text() ?? "") : null
        : header.Text("name") is { } named ? new HttpHeader(named, header.Text("value") ?? "") : null;

    private static string? Body(JsonElement body) => body.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? body.GetRawText() : body.Text();
}
