using System.Globalization;

namespace CallEventsDashboard.Telnyx;

/// <summary>Durations as people read them.</summary>
public static class DurationText
{
    /// <summary><c>85 ms</c>, <c>1.24 s</c>, <c>47.1 s</c>, <c>3 min 05 s</c>, <c>1 h 02 min</c>, <c>1 d 02 h</c>; a negative duration keeps its sign.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
            return $"−{Format(duration == TimeSpan.MinValue ? TimeSpan.MaxValue : duration.Negate())}";
        var culture = CultureInfo.InvariantCulture;
        return duration.TotalMilliseconds switch
        {
            < 999.5 => string.Create(culture, $"{duration.TotalMilliseconds:0} ms"),
            < 9_995 => string.Create(culture, $"{duration.TotalSeconds:0.00} s"),
            < 59_950 => string.Create(culture, $"{duration.TotalSeconds:0.0} s"),
            < 3_599_500 => InUnits(duration, "{0} min {1:00} s", 60),
            < 86_370_000 => InUnits(duration, "{0} h {1:00} min", 3600),
            _ => InUnits(duration, "{0} d {1:00} h", 86_400),
        };
    }

    /// <summary>Whole minutes, rounded down: <c>3 h 12 min</c>, <c>12 min</c>, <c>less than a minute</c>.</summary>
    public static string FormatMinutes(TimeSpan duration) => ((long)duration.TotalHours, duration.Minutes) switch
    {
        (0, 0) => "less than a minute",
        (0, var minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
        (var hours, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours} h"),
        var (hours, minutes) => string.Create(CultureInfo.InvariantCulture, $"{hours} h {minutes} min"),
    };

    private static string InUnits(TimeSpan duration, string format, int unit)
    {
        var small = unit is 86_400 ? 3600 : unit / 60;
        var total = (long)Math.Round(duration.TotalSeconds / small) * small;
        return string.Format(CultureInfo.InvariantCulture, format, total / unit, total % unit / small);
    }
}
