namespace CallEventsDashboard.Feeds.Volume;

/// <summary>The steps at which a range is divided, at round times in UTC, so that the buckets of one list are those of the next.</summary>
internal static class VolumeScale
{
    // Each divides the next: the edges of a coarser step are edges of the finer ones.
    private static readonly TimeSpan[] Round =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(24),
    ];

    // With both ends and what checks them, the first takes seven requests.
    private static readonly int[] MostEdges = [4, 12, 24, 60];

    /// <summary>From the coarsest to the finest.</summary>
    public static IReadOnlyList<TimeSpan> Steps(DateTimeOffset from, DateTimeOffset to) =>
        [.. MostEdges.Select(most => Array.Find(Round, step => Count(from, to, step) <= most)).Where(step => step > TimeSpan.Zero).Distinct()];

    /// <summary>The round times strictly between two instants.</summary>
    public static IEnumerable<DateTimeOffset> Edges(DateTimeOffset from, DateTimeOffset to, TimeSpan step)
    {
        for (var at = (from.UtcTicks / step.Ticks * step.Ticks) + step.Ticks; at < to.UtcTicks; at += step.Ticks)
            yield return new DateTimeOffset(at, TimeSpan.Zero);
    }

    private static long Count(DateTimeOffset from, DateTimeOffset to, TimeSpan step) => ((to.UtcTicks - 1) / step.Ticks) - (from.UtcTicks / step.Ticks);
}
