using System.Globalization;

namespace CallEventsDashboard.Decoding;

/// <summary>Instants as a person reads them.</summary>
public static class InstantFormat
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
}
