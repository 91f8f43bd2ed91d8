using System.Net;

namespace CallEventsDashboard.Telnyx;

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
