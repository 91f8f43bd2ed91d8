using System.Globalization;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Volume;

/// <summary>One bar as it is drawn, in thousandths of the width and hundredths of the height.</summary>
internal sealed record VolumeBar(string X, string Width, string Inner, string Y, string Height, string? FailedY, string? FailedHeight, VolumeBucket Bucket, int? Failed, string Label)
{
    private const double Whole = 1000;
    private const double Gap = 1.2;

    // A bar of a few events must be seen beside one of thousands.
    private const double Least = 3;

    /// <param name="failed">The failed ones in the same buckets; empty where they are not shown.</param>
    public static IReadOnlyList<VolumeBar> Create(IReadOnlyList<VolumeBucket> buckets, IReadOnlyList<VolumeBucket> failed, InstantFormat instants)
    {
        if (buckets.Count == 0)
            return [];
        var (start, span, most) = (buckets[0].From, (buckets[^1].To - buckets[0].From).Ticks, Math.Max(1, buckets.Max(bucket => bucket.Count)));
        return [.. buckets.Select((bucket, index) =>
        {
            var x = Whole * (bucket.From - start).Ticks / span;
            var width = Whole * (bucket.To - bucket.From).Ticks / span;
            var height = HeightOf(bucket.Count, most);
            var ofThem = index < failed.Count ? failed[index].Count : (int?)null;
            var badHeight = HeightOf(ofThem ?? 0, most);
            return new VolumeBar(
                Number(x), Number(width), Number(Math.Max(width * 0.5, width - Gap)), Number(100 - height), Number(height), ofThem > 0 ? Number(100 - badHeight) : null, ofThem > 0 ? Number(badHeight) : null,
                bucket, ofThem, LabelOf(bucket, ofThem, instants));
        })];
    }

    private static double HeightOf(int count, int most) => count == 0 ? 0 : Math.Max(Least, 100.0 * count / most);

    private static string LabelOf(VolumeBucket bucket, int? failed, InstantFormat instants)
    {
        var of = failed is { } some ? string.Create(CultureInfo.InvariantCulture, $", {some:N0} failed") : "";
        var settling = bucket.IsSettled ? "" : " so far";
        return string.Create(CultureInfo.InvariantCulture, $"{instants.DayRange(bucket.From, bucket.To, namesDayOnce: true)}: {bucket.Count:N0} {(bucket.Count == 1 ? "event" : "events")}{of}{settling}");
    }

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
