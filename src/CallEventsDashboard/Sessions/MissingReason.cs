namespace CallEventsDashboard.Sessions;

/// <summary>Why an event is not there. The reasons are never mixed up; undecided is <see cref="Unknown"/>.</summary>
public enum MissingReason
{
    Unknown,

    /// <summary>It may lie outside the window that could be asked for.</summary>
    OutsideWindow,

    /// <summary>It may be in what was not read.</summary>
    NotRead,

    /// <summary>The session was read whole long enough after the command, and it is not there.</summary>
    Absent,

    /// <summary>The session was read so soon that it may still come.</summary>
    NotYet,
}
