using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>A time range as people type it: from inclusive, to exclusive, either may be empty.</summary>
public static class TimeRangeText
{
    /// <summary>The two ends of a range as they are typed; <c>-15m</c> and an empty text for <see cref="TimeRange.Last"/>.</summary>
    public static (string From, string To) Write(TimeRange range, TimeZoneInfo? zone = null)
    {
        var shown = zone ?? TimeZoneInfo.Utc;
        if (range.Exactly is { } instant)
            return (TypedTimeParser.Write(instant, shown), TypedTimeParser.Write(instant, shown));
        if (range.Last is { } last)
            return ($"-{DurationParser.Write(last)}", "");
        return (End(range.Lower), End(range.Upper));

        string End(TimeBound? bound) => bound is { } set ? TypedTimeParser.Write(set.At, shown) : "";
    }

    /// <summary>Reads both ends. A span of whole minutes up to 24 hours with no other end stays relative; equal ends mean that very instant.</summary>
    /// <param name="current">The range that the texts were made from: an end whose text was left alone keeps its bound, with its comparison.</param>
    public static TimeRangeInput Read(string? from, string? to, TimeRange current, TimeProvider time, TimeZoneInfo? zone = null)
    {
        var (fromText, toText) = (from?.Trim() ?? "", to?.Trim() ?? "");
        var written = Write(current, zone);
        if ((fromText, toText) == written)
            return TimeRangeInput.Accept(current);
        var now = time.GetUtcNow();
        var (lower, upper) = (ReadEnd(fromText), ReadEnd(toText));
        if (lower?.Error is not null || upper?.Error is not null)
            return new(null, lower?.Error, upper?.Error);
        if (StaysRelative(lower, upper) is { } last)
            return TimeRangeInput.Accept(new() { Last = last });
        var (start, end) = (lower?.Resolve(now), upper?.Resolve(now));
        if (start > now)
            return new(null, "This is in the future; choose an earlier time.", null);
        if (start > end)
            return new(null, null, "This is before the start; swap the two or choose a later end.");
        if (start is not null && start == end)
            return TimeRangeInput.Accept(new() { Exactly = start });
        return TimeRangeInput.Accept(new()
        {
            Lower = Keep(current.Lower, fromText == written.From) ?? Bound(TimeComparison.AtOrAfter, start),
            Upper = Keep(current.Upper, toText == written.To) ?? Bound(TimeComparison.Before, end),
        });

        TypedTime? ReadEnd(string text) => text.Length == 0 ? null : TypedTimeParser.Read(text, zone ?? TimeZoneInfo.Utc, now);
    }

    private static TimeSpan? StaysRelative(TypedTime? lower, TypedTime? upper) =>
        lower?.Back is { } back && back > TimeSpan.Zero && back <= DurationParser.Longest && back.Ticks % TimeSpan.TicksPerMinute == 0
        && (upper is null || upper.Value.Back == TimeSpan.Zero) ? back : null;

    private static TimeBound? Keep(TimeBound? bound, bool leftAlone) => leftAlone ? bound : null;

    private static TimeBound? Bound(TimeComparison comparison, DateTimeOffset? at) =>
        at is { } set ? new(comparison, set.AddTicks(-(set.Ticks % TimeSpan.TicksPerMicrosecond))) : null;
}
