namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>How long the small timelines of a list are, so that their bars can be compared.</summary>
public enum BarScale
{
    /// <summary>As long as the longest session in view, rounded up.</summary>
    Longest,

    TenSeconds,

    Minute,

    TenMinutes,

    /// <summary>Each as long as its own session.</summary>
    Own,
}
