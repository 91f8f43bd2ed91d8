using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallEventsDashboard.Telnyx;

/// <summary>An answer with a status other than success. The status decides what it is, as the API reuses its codes; the body only adds words.</summary>
internal static partial class ErrorResponse
{
    private const int MaxWords = 300;

    public static TelnyxException Read(HttpResponseMessage response, ReadOnlyMemory<byte> body, ApiKey key, DateTimeOffset clock)
    {
        var status = (int)response.StatusCode;
        var first = FirstError(body);
        var parameter = Words(first.Field("source").TextField("parameter"), key);
        TimeSpan? retryAfter = status == 429 ? RetryAfterHeader.Read(response.Headers, clock) : null;
        return new TelnyxException(Classify(status), Message(status, parameter, retryAfter))
        {
            StatusCode = response.StatusCode,
            Code = Words(first.TextField("code"), key),
            Detail = Words(string.Join(": ", new[] { first.TextField("title"), first.TextField("detail") }.OfType<string>().Distinct(StringComparer.Ordinal)), key),
            Parameter = parameter,
            RetryAfter = retryAfter,
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

    private static string Message(int status, string? parameter, TimeSpan? retryAfter) => status switch
    {
        401 => "Telnyx does not accept this API key. Check it, or use another one.",
        403 => "This API key may not read call events. Use another one, or ask the owner of the Telnyx account.",
        400 or 422 when parameter is not null => $"Telnyx refused the value of {parameter}. Change it or remove it.",
        400 or 422 => "Telnyx refused one of the filters. Change or remove the last one that was set.",
        429 => TelnyxFailures.Invariant($"Telnyx limits how often this API key may ask. Wait {Math.Ceiling(retryAfter?.TotalSeconds ?? 0):0} s, then try again."),
        408 => "Telnyx waited too long for the request. Try again in a moment.",
        404 => "Telnyx has no call events at this address (HTTP 404). Check the address of Telnyx that the dashboard is set to.",
        < 400 => TelnyxFailures.Invariant($"Telnyx's address leads elsewhere (HTTP {status}), and the dashboard does not follow. Check the address that it is set to."),
        < 500 => TelnyxFailures.Invariant($"Telnyx did not accept the request (HTTP {status}). Check the address of Telnyx that the dashboard is set to."),
        _ => TelnyxFailures.Invariant($"Telnyx is not available at the moment (HTTP {status}). Try again in a moment."),
    };

    /// <remarks>Of several errors the one that names a parameter helps most. A gateway may answer with HTML, or with nothing.</remarks>
    private static JsonElement FirstError(ReadOnlyMemory<byte> body)
    {
        try
        {
            var errors = JsonElement.Parse(body.Span).Field("errors");
            if (errors.ValueKind != JsonValueKind.Array)
                return errors;
            var all = errors.EnumerateArray().ToList();
            return all.Find(e => e.Field("source").TextField("parameter") is not null) is { ValueKind: JsonValueKind.Object } named ? named : all.FirstOrDefault();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>One line, without control and formatting characters (which could turn the text of a page around), and without anything like a key.</summary>
    private static string? Words(string? text, ApiKey key)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var printable = string.Concat(text.EnumerateRunes().Select(rune => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
            UnicodeCategory.Format or UnicodeCategory.PrivateUse => "",
            _ => rune.ToString(),
        }));
        var safe = KeyLike().Replace(printable.Replace(key.Reveal(), "…", StringComparison.Ordinal), "…").Trim();
        return safe.Length <= MaxWords ? safe : $"{safe[..(MaxWords - 1)]}…";
    }

    [GeneratedRegex(@"\bKEY[0-9A-Za-z_-]{8,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyLike();
}
