namespace CallEventsDashboard.Sessions;

/// <summary>How much of the session the reader of its events could get: it decides what an absence means.</summary>
public enum SessionExtent
{
    Unknown,

    /// <summary>All that Telnyx has of it was read.</summary>
    Whole,

    /// <summary>Telnyx has more of it than was read.</summary>
    NotRead,

    /// <summary>Part of it lies outside the window that could be asked for.</summary>
    OutsideWindow,
}
