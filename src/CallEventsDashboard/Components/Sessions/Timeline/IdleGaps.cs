using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Timeline;

/// <summary>Finds the stretches in which nothing was logged and that are long beside everything else.</summary>
internal static class IdleGaps
{
    private const long Second = 1_000_000;
    private const int LongShare = 8;
    private const int TimesMedian = 4;
    private const int EdgeShare = 100;

    /// <param name="times">Of all events, in microseconds from the session's start; rising, ties allowed.</param>
    /// <returns>Within the gaps, so that the events at their ends keep some room; none holds an event.</returns>
    public static IReadOnlyList<TimeFold> Find(IReadOnlyList<long> times)
    {
        List<(long From, long To)> gaps = [.. times.Zip(times.Skip(1)).Where(pair => pair.Second > pair.First)];
        if (gaps.Count < 2)
            return [];
        var median = gaps.Select(gap => gap.To - gap.From).Order().ElementAt((gaps.Count - 1) / 2);
        var limit = Limit(gaps, median);
        var active = gaps.Where(gap => gap.To - gap.From <= limit).Sum(gap => gap.To - gap.From);
        return [.. gaps.Where(gap => gap.To - gap.From > limit).Select(gap => Fold(gap.From, gap.To, active))];
    }

    /// <summary>Folding the longest gaps makes the axis shorter, and the next ones long beside it: until nothing more is.</summary>
    private static long Limit(List<(long From, long To)> gaps, long median)
    {
        var limit = long.MaxValue;
        while (true)
        {
            var active = gaps.Where(gap => gap.To - gap.From <= limit).Sum(gap => gap.To - gap.From);
            var next = Math.Max(Math.Max(Second, median * TimesMedian), active / LongShare);
            if (next >= limit || !gaps.Exists(gap => gap.To - gap.From <= limit && gap.To - gap.From > next))
                return Math.Min(next, limit);
            limit = next;
        }
    }

    private static TimeFold Fold(long from, long to, long active)
    {
        var edge = Math.Min((to - from) / 4, active / EdgeShare);
        return new TimeFold(from + edge, to - edge, $"{SpanWords.Of(TimeSpan.FromMicroseconds(to - from))} without events");
    }
}
