namespace CallEventsDashboard.Sandbox;

/// <summary>The fault of an answer. In JSON with hyphens: <c>rate-limited</c>.</summary>
public enum Fault
{
    None,
    Unauthorized,
    Forbidden,
    NotFound,
    InvalidFilter,
    RateLimited,
    ServerError,
    BadGatewayHtml,

    /// <summary>200 with a page of HTML.</summary>
    Html,

    /// <summary>200 without a body.</summary>
    Empty,
    Truncated,
    Slow,
    Hung,
    Reset,

    /// <summary>200 with JSON whose <c>data</c> is an object and whose <c>meta</c> is an array.</summary>
    WrongShape,

    /// <summary>200 with a body of 32 MB.</summary>
    TooLarge,
    Redirect,
}
