namespace CallEventsDashboard.Sessions;

/// <summary>Many durations in a few numbers.</summary>
public sealed record DurationFigure
{
    private DurationFigure(List<TimeSpan> sorted) =>
        (Count, Mean, Median, Slowest) = (sorted.Count, TimeSpan.FromTicks((long)sorted.Average(each => each.Ticks)), (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, Rank(sorted, 0.95));

    public int Count { get; }

    public TimeSpan Mean { get; }

    /// <summary>The middle one; of an even number the mean of the two in the middle.</summary>
    public TimeSpan Median { get; }

    /// <summary>The 95th percentile: the shortest that at least 95 % of them do not exceed.</summary>
    public TimeSpan Slowest { get; }

    /// <returns>Null where there is none.</returns>
    public static DurationFigure? From(IEnumerable<TimeSpan> durations)
    {
        var sorted = durations.Order().ToList();
        return sorted.Count == 0 ? null : new DurationFigure(sorted);
    }

    private static TimeSpan Rank(List<TimeSpan> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
