namespace CallEventsDashboard.Sessions;

/// <summary>The status of a call whose hang-up was not seen.</summary>
public enum CallStatus
{
    /// <summary>It was hung up, or nothing can be said of it: not all of it was read, or it is no call.</summary>
    Unknown,

    /// <summary>It is under way: all of it was read, and it was heard of within <see cref="CallStatusReader.LongestSilence"/>.</summary>
    InProgress,

    /// <summary>All of it was read, it is long over, and its hang-up is not among its events.</summary>
    NoHangup,
}
