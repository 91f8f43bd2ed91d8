using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>Finds the stretches in which nothing was logged and that take up much of the session.</summary>
internal static class IdleGaps
{
    /// <summary>A gap is folded that is longer than this share of the session.</summary>
    public const double LongShare = 0.3;

    /// <summary>Each break costs the eye its measure of time: only the longest gaps are folded.</summary>
    public const int MostFolds = 2;

    private const int EdgeShare = 100;

    /// <param name="times">Of all events, in microseconds from the session's start; rising, ties allowed.</param>
    /// <returns>Within the gaps, so that the events at their ends keep some room; none holds an event.</returns>
    public static IReadOnlyList<TimeFold> Find(IReadOnlyList<long> times)
    {
        List<(long From, long To)> gaps = [.. times.Zip(times.Skip(1)).Where(pair => pair.Second > pair.First)];
        if (gaps.Count < 2)
            return [];
        var length = times[^1] - times[0];
        List<(long From, long To)> folded = [.. gaps.Where(gap => gap.To - gap.From > length * LongShare).OrderByDescending(gap => gap.To - gap.From).Take(MostFolds).OrderBy(gap => gap.From)];
        var active = length - folded.Sum(gap => gap.To - gap.From);
        return [.. folded.Select(gap => Fold(gap.From, gap.To, active))];
    }

    private static TimeFold Fold(long from, long to, long active)
    {
        var edge = Math.Min((to - from) / 4, active / EdgeShare);
        return new TimeFold(from + edge, to - edge, $"{DurationText.Format(TimeSpan.FromMicroseconds(to - from))} without events");
    }
}
