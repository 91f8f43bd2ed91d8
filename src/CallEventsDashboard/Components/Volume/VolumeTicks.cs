using System.Globalization;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Volume;

/// <summary>The labels below the bars.</summary>
internal static class VolumeTicks
{
    private const int Most = 8;

    /// <returns>The place of each in percent of the width, and its text.</returns>
    public static IReadOnlyList<(string Share, string Label)> Create(IReadOnlyList<VolumeBucket> buckets, TimeSpan step, InstantFormat instants)
    {
        if (buckets.Count < 2)
            return [];
        var (start, span) = (buckets[0].From, (buckets[^1].To - buckets[0].From).Ticks);
        var every = ((buckets.Count - 2) / Most) + 1;
        return [.. buckets.Skip(1).Where((_, index) => index % every == 0)
            .Select(bucket => (bucket.From, Share: 100.0 * (bucket.From - start).Ticks / span))
            .Where(tick => tick.Share is > 2 and < 97)
            .Select(tick => (tick.Share.ToString("0.##", CultureInfo.InvariantCulture), step < TimeSpan.FromMinutes(1) ? instants.Seconds(tick.From) : instants.Minutes(tick.From)))];
    }
}
