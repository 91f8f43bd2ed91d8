using System.Globalization;

namespace CallEventsDashboard.Decoding;

/// <summary>Instants and spans of time as a person reads them.</summary>
public static class TimeText
{
    /// <summary>Two times of day: <c>10:50:15.080 – 10:50:45.821 UTC</c>.</summary>
    public static string Range(DateTimeOffset start, DateTimeOffset end) =>
        string.Create(CultureInfo.InvariantCulture, $"{start.UtcDateTime:HH:mm:ss.fff} – {OfDay(end)}");

    /// <summary>The time of day, and the day where it is another one than that of <paramref name="near"/>: <c>Nov 22, 23:59:58.100 UTC</c>.</summary>
    public static string Near(DateTimeOffset instant, DateTimeOffset? near) => near?.UtcDateTime.Date == instant.UtcDateTime.Date
        ? OfDay(instant)
        : string.Create(CultureInfo.InvariantCulture, $"{instant.UtcDateTime:MMM d}, {OfDay(instant)}");

    /// <summary>The time of day with milliseconds and zone: <c>10:50:15.080 UTC</c>.</summary>
    public static string OfDay(DateTimeOffset instant) => instant.UtcDateTime.ToString("HH:mm:ss.fff' UTC'", CultureInfo.InvariantCulture);

    /// <summary>Two units at most: <c>420 ms</c>, <c>30.7 s</c>, <c>1 min 48.3 s</c>, <c>3 h 12 min</c>.</summary>
    public static string Length(TimeSpan length)
    {
        if (length < TimeSpan.Zero)
            return "−" + Length(length == TimeSpan.MinValue ? TimeSpan.MaxValue : -length);
        var culture = CultureInfo.InvariantCulture;
        // Rounded first, so that 59.96 s is not written as 60 s.
        var tenths = TimeSpan.FromMilliseconds(Math.Round(length.TotalMilliseconds / 100) * 100);
        return length switch
        {
            { TotalMilliseconds: < 999.5 } => string.Create(culture, $"{length.TotalMilliseconds:0} ms"),
            _ when tenths.TotalSeconds < 60 => string.Create(culture, $"{tenths.TotalSeconds:0.#} s"),
            _ when tenths.TotalMinutes < 60 && tenths.TotalSeconds % 60 == 0 => HoursAndMinutes(tenths),
            _ when tenths.TotalMinutes < 60 => string.Create(culture, $"{tenths.Minutes} min {tenths.TotalSeconds % 60:0.#} s"),
            _ => HoursAndMinutes(tenths),
        };
    }

    /// <summary>Whole minutes, rounded down: <c>3 h 12 min</c>, <c>12 min</c>, <c>less than a minute</c>.</summary>
    public static string HoursAndMinutes(TimeSpan length)
    {
        var hours = (long)length.TotalHours;
        return (hours, length.Minutes) switch
        {
            (0, 0) => "less than a minute",
            (0, var minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours} h"),
            var (_, minutes) => string.Create(CultureInfo.InvariantCulture, $"{hours} h {minutes} min"),
        };
    }
}
