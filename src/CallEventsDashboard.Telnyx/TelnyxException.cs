using System.Net;

namespace CallEventsDashboard.Telnyx;

/// <summary>Why a request failed, decided by the HTTP status first (the API reuses its error codes).</summary>
public enum TelnyxError
{
    /// <summary>401: the key is missing, wrong, revoked or expired.</summary>
    Unauthorized,

    /// <summary>403: the key may not do this.</summary>
    Forbidden,

    /// <summary>400 or 422: a filter or page parameter was refused; <see cref="TelnyxException.Parameter"/> names it.</summary>
    InvalidRequest,

    /// <summary>429: too many requests; <see cref="TelnyxException.RetryAfter"/> says how long to wait.</summary>
    RateLimited,

    /// <summary>404 and other unforeseen statuses, a redirect, 5xx, or no connection: refused, reset, DNS, TLS.</summary>
    Unavailable,

    /// <summary>No answer in time, or 408: the service had no request in time.</summary>
    Timeout,

    /// <summary>Status 200 with a body that is not the promised JSON: HTML, truncated, of the wrong shape, or too large.</summary>
    Unreadable,
}

/// <summary>The one exception of the client. Its message is fit for a page and never holds the key, a number or a payload.</summary>
public sealed class TelnyxException(TelnyxError error, string message, Exception? innerException = null) : Exception(message, innerException)
{
    public TelnyxError Error { get; } = error;

    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Telnyx's own code, such as <c>10009</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Telnyx's own words ("title: detail"), when it sent any: one line of at most 300 characters, without API keys.</summary>
    public string? Detail { get; init; }

    /// <summary>The query parameter that was refused, as on the wire: <c>filter[type]</c>.</summary>
    public string? Parameter { get; init; }

    /// <summary>Whether the same request may well succeed if it is sent again at once.</summary>
    internal bool IsTransient { get; init; }

    /// <summary>Whether the body was larger than is read at once: fewer rows may fit.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>How long to wait, for <see cref="TelnyxError.RateLimited"/>: 1 to 60 seconds.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the key has left; null when the answer does not tell, or there was none.</summary>
    public RateLimit? RateLimit { get; init; }
}
