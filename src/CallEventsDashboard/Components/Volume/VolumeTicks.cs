using System.Globalization;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Volume;

/// <summary>The labels below the bars, at round times.</summary>
internal static class VolumeTicks
{
    private const int Most = 9;

    // Nearer to an end a label would be cut.
    private const double Margin = 2;

    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3), TimeSpan.FromHours(6),
    ];

    /// <returns>The place of each in percent of the width, and its text.</returns>
    public static IReadOnlyList<(string Share, string Label)> Create(IReadOnlyList<VolumeBucket> buckets, InstantFormat instants)
    {
        if (buckets.Count < 2)
            return [];
        var (from, to) = (buckets[0].From, buckets[^1].To);
        var step = Array.Find(Steps, step => (to - from) / step <= Most);
        if (step == TimeSpan.Zero)
            return [];
        return [.. VolumeScale.Edges(from, to, step)
            .Select(at => (At: at, Share: 100 * ((at - from) / (to - from))))
            .Where(tick => tick.Share is > Margin and < 100 - Margin)
            .Select(tick => (tick.Share.ToString("0.##", CultureInfo.InvariantCulture), step < TimeSpan.FromMinutes(1) ? instants.Seconds(tick.At) : instants.Minutes(tick.At)))];
    }
}
