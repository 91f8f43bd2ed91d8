using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>When the events happened. At most one of the three forms is set: <see cref="Exactly"/>, <see cref="Last"/>, or the two bounds.</summary>
public sealed record TimeRange
{
    /// <summary>All that the service lists: the last 24 hours, or everything of one leg or session.</summary>
    public static TimeRange Default { get; } = new();

    public DateTimeOffset? Exactly { get; init; }

    /// <summary>So long before the page was opened; whole minutes, up to 24 hours.</summary>
    public TimeSpan? Last { get; init; }

    /// <summary><see cref="TimeComparison.After"/> or <see cref="TimeComparison.AtOrAfter"/>.</summary>
    public TimeBound? Lower { get; init; }

    /// <summary><see cref="TimeComparison.Before"/> or <see cref="TimeComparison.AtOrBefore"/>.</summary>
    public TimeBound? Upper { get; init; }
}
