using System.Globalization;
using System.Net;

namespace CallEventsDashboard.Telnyx;

/// <summary>
/// The one exception of the client: facts, for which a page has its own words. Its message is for logs and never holds the key, a number or a payload.
/// </summary>
public sealed class TelnyxException(TelnyxError error, TelnyxErrorReason reason = TelnyxErrorReason.Status, Exception? innerException = null) : Exception(null, innerException)
{
    public TelnyxError Error { get; } = error;

    public TelnyxErrorReason Reason { get; } = reason;

    /// <summary>Null where no answer came, or where no request was sent as the key has to wait.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Telnyx's own code, such as <c>10009</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Telnyx's own words ("title: detail"), when it sent any: one line of at most 300 characters, without API keys.</summary>
    public string? Detail { get; init; }

    /// <summary>The query parameter that was refused, as on the wire: <c>filter[type]</c>.</summary>
    public string? Parameter { get; init; }

    /// <summary>Whether the same request may well succeed if it is sent again at once.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>How long to wait, for <see cref="TelnyxError.RateLimited"/>: 1 to 60 seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the client waited, for <see cref="TelnyxErrorReason.NoAnswerInTime"/>.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>The most that the client reads, for <see cref="TelnyxErrorReason.TooLarge"/>.</summary>
    public int? MaxBodyBytes { get; init; }

    /// <summary>The requests that the key has left; null when the answer does not say, or there was none.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>Whether it is the key that is refused: 401 or 403.</summary>
    public bool IsKeyRefused => Error is TelnyxError.Unauthorized or TelnyxError.Forbidden;

    /// <inheritdoc cref="TelnyxErrorReason.TooLarge"/>
    public bool IsTooLarge => Reason is TelnyxErrorReason.TooLarge;

    public override string Message => string.Create(
        CultureInfo.InvariantCulture, $"The request to Telnyx failed: {Error}, {(Reason is not TelnyxErrorReason.Status ? Reason : StatusCode is { } status ? $"HTTP {(int)status}" : "not sent")}.");
}
