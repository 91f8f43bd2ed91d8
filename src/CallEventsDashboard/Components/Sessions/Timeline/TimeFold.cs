namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>A stretch of the axis that is drawn as a break, not at its true length. Times are in microseconds from the session's start.</summary>
internal sealed record TimeFold(long From, long To, string Label);
