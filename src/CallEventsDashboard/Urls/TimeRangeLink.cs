using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Urls;

/// <summary>The time range in a link. Of parameters that exclude each other, the first in the order of a link is used.</summary>
internal static class TimeRangeLink
{
    private const string InstantWayOut = "Write an instant with its zone, such as 2026-11-23T10:52:11Z.";

    public static TimeRange Read(LinkParts parts)
    {
        var exactly = Instant(parts, TimeParameter.Exactly);
        var lower = Side(parts, exactly is not null, (TimeParameter.After, TimeComparison.After), (TimeParameter.AtOrAfter, TimeComparison.AtOrAfter));
        var upper = Side(parts, exactly is not null, (TimeParameter.Before, TimeComparison.Before), (TimeParameter.AtOrBefore, TimeComparison.AtOrBefore));
        if (lower is { } start && upper is { } end && IsEmpty(start, end))
        {
            parts.Exclude(TimeParameter.NameOf(end), $"it lies before “{TimeParameter.NameOf(start)}”, so no event could match. Swap the two or choose a later end.");
            upper = null;
        }
        var last = Last(parts, exactly is not null ? TimeParameter.Exactly : lower is { } low ? TimeParameter.NameOf(low) : upper is { } high ? TimeParameter.NameOf(high) : null);
        return new() { Exactly = exactly, Last = last, Lower = lower, Upper = upper };
    }

    public static IEnumerable<(string Name, string? Value)> Write(TimeRange range)
    {
        yield return (TimeParameter.Exactly, range.Exactly is { } instant ? IsoInstant.Write(instant) : null);
        if (range.Lower is { } lower)
            yield return (TimeParameter.NameOf(lower), IsoInstant.Write(lower.At));
        if (range.Upper is { } upper)
            yield return (TimeParameter.NameOf(upper), IsoInstant.Write(upper.At));
        yield return (TimeParameter.Last, range.Last is { } last ? DurationParser.Write(last) : null);
    }

    private static TimeBound? Side(LinkParts parts, bool excluded, params (string Name, TimeComparison Comparison)[] forms)
    {
        TimeBound? bound = null;
        foreach (var (name, comparison) in forms)
        {
            if (Instant(parts, name) is not { } at)
                continue;
            if (excluded)
                parts.Exclude(name, $"“{TimeParameter.Exactly}” already names one instant. Remove one of the two.");
            else if (bound is { } first)
                parts.Exclude(name, $"“{TimeParameter.NameOf(first)}” already bounds the range on this side. Remove one of the two.");
            else
                bound = new(comparison, at);
        }
        return bound;
    }

    private static DateTimeOffset? Instant(LinkParts parts, string name)
    {
        if (parts.Take(name) is not { } value)
            return null;
        if (value.Length <= FilterValue.MaxLength && IsoInstant.Read(value.Trim()) is { } instant)
            return instant;
        parts.Refuse(name, InstantWayOut);
        return null;
    }

    private static TimeSpan? Last(LinkParts parts, string? excludedBy)
    {
        if (parts.Take(TimeParameter.Last) is not { } value)
            return null;
        if (DurationParser.ReadLink(value.Trim()) is not { } last)
            parts.Refuse(TimeParameter.Last, "Write minutes or hours up to a day, such as 15m or 24h.");
        else if (excludedBy is not null)
            parts.Exclude(TimeParameter.Last, $"“{excludedBy}” already says when. Remove one of the two.");
        else
            return last;
        return null;
    }

    private static bool IsEmpty(TimeBound lower, TimeBound upper) => lower.At > upper.At || (lower.At == upper.At && !(lower.Includes(lower.At) && upper.Includes(upper.At)));
}
