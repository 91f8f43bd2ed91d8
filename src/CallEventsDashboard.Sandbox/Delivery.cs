namespace CallEventsDashboard.Sandbox;

/// <summary>How the body travels.</summary>
public enum Delivery
{
    Whole,

    /// <summary>The length is announced, the connection ends after half of it.</summary>
    Truncated,

    /// <summary>A piece a second.</summary>
    Slow,

    /// <summary>No answer ever.</summary>
    Hung,

    /// <summary>The connection is reset before an answer.</summary>
    Reset,
}
