namespace CallEventsDashboard.Telnyx;

/// <summary>The exact cause of a failure, where the HTTP status does not say it.</summary>
public enum TelnyxErrorReason
{
    /// <summary>The status says it: <see cref="TelnyxException.StatusCode"/>.</summary>
    Status,

    /// <summary>The name of the API's host could not be resolved.</summary>
    NameNotFound,

    /// <summary>TLS failed.</summary>
    NoSecureConnection,

    /// <summary>The proxy refused the tunnel.</summary>
    ProxyRefused,

    /// <summary>The connection was refused, reset or not possible.</summary>
    NotConnected,

    /// <summary>The connection's own limit ended the attempt.</summary>
    NoConnectionInTime,

    /// <summary>No answer within <see cref="TelnyxException.AttemptTimeout"/>.</summary>
    NoAnswerInTime,

    /// <summary>The body broke off.</summary>
    EndedEarly,

    /// <summary>The body is larger than <see cref="TelnyxException.MaxBodyBytes"/>: fewer rows may fit.</summary>
    TooLarge,

    /// <summary>The body is HTML.</summary>
    WebPage,

    /// <summary>The body is JSON, or none, but no list of call events.</summary>
    WrongShape,
}
