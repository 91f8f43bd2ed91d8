using System.Globalization;

namespace CallEventsDashboard.Formatting;

/// <summary>
/// Writes instants for people, in one zone: every absolute time on a page or in a copy. Addresses, requests and <c>data-</c> attributes stay UTC
/// (<c>IsoInstant</c>, <c>InstantText</c>). An hour that a zone has twice carries its offset, so that no two instants read the same.
/// </summary>
public sealed class InstantFormat(TimeZoneInfo zone)
{
    private const string ClockForm = "HH:mm:ss.fff";
    private const string DayAndClockForm = "MMM d HH:mm:ss";

    // The shortest time for which a clock is put back is half an hour.
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestScan = TimeSpan.FromDays(400);

    public static InstantFormat Utc { get; } = new(TimeZoneInfo.Utc);

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>For the head of a column of times: <c>UTC</c>, <c>Europe/Berlin</c>.</summary>
    public string ZoneName => IsUtc ? "UTC" : Zone.Id;

    private bool IsUtc => Zone.BaseUtcOffset == TimeSpan.Zero && !Zone.SupportsDaylightSavingTime;

    /// <summary>The three digits after the milliseconds.</summary>
    public static string Micros(DateTimeOffset at) => (at.Microsecond % 1000).ToString("000", CultureInfo.InvariantCulture);

    /// <summary>The zone as it stands behind one instant: <c>UTC</c>, <c>UTC+05:30</c>.</summary>
    public string ZoneAt(DateTimeOffset at) => IsUtc ? "UTC" : $"UTC{Offset(at)}";

    /// <summary><c>Nov 23</c></summary>
    public string Day(DateTimeOffset at) => Write(at, "MMM d");

    /// <summary><c>Nov 23, 2026</c></summary>
    public string Date(DateTimeOffset at) => Write(at, "MMM d, yyyy");

    /// <summary>The time of day for a column whose head names the zone: <c>10:52:02.778</c>, <c>02:30:00.000 +02:00</c>.</summary>
    public string Clock(DateTimeOffset at) => Write(at, ClockForm) + Doubled(at);

    /// <summary>A round time below an axis that names its zone elsewhere: <c>10:52</c>.</summary>
    public string Minutes(DateTimeOffset at) => Write(at, "HH:mm") + Doubled(at);

    /// <summary><c>10:52:02</c></summary>
    public string Seconds(DateTimeOffset at) => Write(at, "HH:mm:ss") + Doubled(at);

    /// <summary><c>10:52:02.778 UTC</c></summary>
    public string ClockWithZone(DateTimeOffset at) => $"{Write(at, ClockForm)} {ZoneAt(at)}";

    /// <summary><c>10:52:02 UTC</c></summary>
    public string SecondsWithZone(DateTimeOffset at) => $"{Write(at, "HH:mm:ss")} {ZoneAt(at)}";

    /// <summary><c>Nov 23 10:52:02 UTC</c></summary>
    public string DayAndClockWithZone(DateTimeOffset at) => $"{Write(at, DayAndClockForm)} {ZoneAt(at)}";

    /// <summary><c>Nov 23 10:52:02.778 UTC</c></summary>
    public string DayAndMillisecondsWithZone(DateTimeOffset at) => $"{Write(at, "MMM d HH:mm:ss.fff")} {ZoneAt(at)}";

    /// <summary>All of it: <c>Nov 23, 2026 10:52:02.778 738 UTC</c>.</summary>
    public string Long(DateTimeOffset at) => $"{Write(at, "MMM d, yyyy HH:mm:ss.fff")} {Micros(at)} {ZoneAt(at)}";

    /// <summary>For a line of a report: <c>2026-11-23 10:52:02.778738Z</c>, <c>2026-11-23 16:22:02.778738+05:30</c>.</summary>
    public string Sortable(DateTimeOffset at) => Write(at, "yyyy-MM-dd HH:mm:ss.ffffff") + (IsUtc ? "Z" : Offset(at));

    /// <summary>The time of day, and the day where it is another one than that of <paramref name="near"/>: <c>Nov 22, 23:59:58.100 UTC</c>.</summary>
    public string Near(DateTimeOffset at, DateTimeOffset? near) => near is { } other && IsSameDay(at, other) ? ClockWithZone(at) : $"{Day(at)}, {ClockWithZone(at)}";

    /// <summary>Two times of day: <c>10:50:15.080 – 10:50:45.821 UTC</c>. Both carry the zone where it changes between them.</summary>
    public string ClockRange(DateTimeOffset start, DateTimeOffset end) => Range(start, ClockForm, end, ClockForm);

    /// <summary>Two days with their times: <c>Nov 22 10:00:00 – Nov 23 10:00:00 UTC</c>.</summary>
    /// <param name="namesDayOnce">Whether the second day is left out where it is the first.</param>
    public string DayRange(DateTimeOffset start, DateTimeOffset end, bool namesDayOnce = false) =>
        Range(start, DayAndClockForm, end, namesDayOnce && IsSameDay(start, end) ? "HH:mm:ss" : DayAndClockForm);

    public bool IsSameDay(DateTimeOffset one, DateTimeOffset other) => Local(one).Date == Local(other).Date;

    /// <summary>The stretches of a range in which the zone's offset stays the same, for a script that writes times; the first begins with the range.</summary>
    public IReadOnlyList<ZoneStretch> Stretches(DateTimeOffset from, DateTimeOffset to)
    {
        var stretches = new List<ZoneStretch> { StretchAt(from) };
        if (IsUtc)
            return stretches;
        var end = to - from > LongestScan ? from + LongestScan : to;
        for (var (at, next) = (from, from); at < end; at = next)
        {
            next = end - at > Step ? at + Step : end;
            if (!IsAlike(next, stretches[^1]))
                stretches.Add(StretchAt(FirstUnlike(at, next, stretches[^1])));
        }

        return stretches;
    }

    // Changes of offset are on whole seconds.
    private DateTimeOffset FirstUnlike(DateTimeOffset alike, DateTimeOffset unlike, ZoneStretch stretch)
    {
        while (unlike - alike > TimeSpan.FromMilliseconds(1))
        {
            var middle = alike + ((unlike - alike) / 2);
            (alike, unlike) = IsAlike(middle, stretch) ? (middle, unlike) : (alike, middle);
        }

        return new DateTimeOffset(unlike.UtcTicks - (unlike.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private bool IsAlike(DateTimeOffset at, ZoneStretch stretch) => Zone.GetUtcOffset(at) == stretch.Offset && Zone.IsAmbiguousTime(at) == stretch.IsDoubled;

    private ZoneStretch StretchAt(DateTimeOffset at) => new(at, Zone.GetUtcOffset(at), ZoneAt(at), Zone.IsAmbiguousTime(at));

    private string Range(DateTimeOffset start, string startForm, DateTimeOffset end, string endForm)
    {
        var firstZone = Zone.GetUtcOffset(start) == Zone.GetUtcOffset(end) ? "" : $" {ZoneAt(start)}";
        return $"{Write(start, startForm)}{firstZone} – {Write(end, endForm)} {ZoneAt(end)}";
    }

    private string Doubled(DateTimeOffset at) => Zone.IsAmbiguousTime(at) ? $" {Offset(at)}" : "";

    private string Offset(DateTimeOffset at) => Write(at, "zzz");

    private string Write(DateTimeOffset at, string form) => Local(at).ToString(form, CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);
}
