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
