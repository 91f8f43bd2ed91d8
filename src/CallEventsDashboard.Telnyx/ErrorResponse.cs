using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallEventsDashboard.Telnyx;

/// <summary>An answer with a status other than success. The HTTP status decides the kind of error, because Telnyx uses one error code for several; the body only adds detail.</summary>
internal static partial class ErrorResponse
{
    private const int MaxLength = 300;

    public static TelnyxException Read(HttpResponseMessage response, ReadOnlyMemory<byte> body, ApiKey key, DateTimeOffset clock)
    {
        var status = (int)response.StatusCode;
        var first = FirstError(body);
        return new TelnyxException(Classify(status))
        {
            StatusCode = response.StatusCode,
            Code = Redacted(first.Text("code"), key),
            Detail = Redacted(string.Join(": ", new[] { first.Text("title"), first.Text("detail") }.OfType<string>().Distinct(StringComparer.Ordinal)), key),
            Parameter = Redacted(first.Field("source").Text("parameter"), key),
            RetryAfter = status == 429 ? RetryAfterHeader.Read(response.Headers, clock) : null,
            RateLimit = RateLimitHeaders.Read(response.Headers, clock),
            IsTransient = status is 408 or >= 500,
        };
    }

    private static TelnyxError Classify(int status) => status switch
    {
        401 => TelnyxError.Unauthorized,
        403 => TelnyxError.Forbidden,
        400 or 422 => TelnyxError.InvalidRequest,
        429 => TelnyxError.RateLimited,
        408 => TelnyxError.Timeout,
        _ => TelnyxError.Unavailable,
    };

    /// <remarks>Of several errors the one that names a parameter helps most. A gateway may answer with HTML, or with nothing.</remarks>
    private static JsonElement FirstError(ReadOnlyMemory<byte> body)
    {
        var errors = LooseJson.Parse(body.Span).Field("errors");
        if (errors.ValueKind != JsonValueKind.Array)
            return errors;
        var all = errors.EnumerateArray().ToList();
        return all.Find(e => e.Field("source").Text("parameter") is not null) is { ValueKind: JsonValueKind.Object } named ? named : all.FirstOrDefault();
    }

    /// <summary>One line without anything like a key.</summary>
    private static string? Redacted(string? text, ApiKey key)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return LogText.Line(KeyLike().Replace(LogText.Line(text).Replace(key.Reveal(), "…", StringComparison.Ordinal), "…"), MaxLength);
    }

    [GeneratedRegex(@"\bKEY[0-9A-Za-z_-]{8,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyLike();
}
