using System.Globalization;

namespace CallEventsDashboard.Sessions;

/// <summary>Durations as people read them.</summary>
internal static class SpanWords
{
    /// <summary><c>85 ms</c>, <c>1.24 s</c>, <c>47.1 s</c>, <c>3 min 05 s</c>, <c>1 h 02 min</c>, <c>1 d 02 h</c>; a negative span keeps its sign.</summary>
    public static string Of(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
            return $"-{Of(span.Negate())}";
        var culture = CultureInfo.InvariantCulture;
        return span.TotalMilliseconds switch
        {
            < 999.5 => string.Create(culture, $"{span.TotalMilliseconds:0} ms"),
            < 9_995 => string.Create(culture, $"{span.TotalSeconds:0.00} s"),
            < 59_950 => string.Create(culture, $"{span.TotalSeconds:0.0} s"),
            < 3_599_500 => Whole(span, "{0} min {1:00} s", 60),
            < 86_370_000 => Whole(span, "{0} h {1:00} min", 3600),
            _ => Whole(span, "{0} d {1:00} h", 86_400),
        };
    }

    private static string Whole(TimeSpan span, string format, int unit)
    {
        var small = unit is 86_400 ? 3600 : unit / 60;
        var total = (long)Math.Round(span.TotalSeconds / small) * small;
        return string.Format(CultureInfo.InvariantCulture, format, total / unit, total % unit / small);
    }
}
