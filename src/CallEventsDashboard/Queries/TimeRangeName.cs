using System.Globalization;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>A time range in words, with its zone.</summary>
public static class TimeRangeName
{
    /// <summary>The ranges that are offered.</summary>
    public static IReadOnlyList<TimeSpan> Presets { get; } = [TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6), CallEventFilter.Horizon];

    public static string Format(CallEventQuery query, InstantFormat instants) => query.Range switch
    {
        { Exactly: { } instant } => $"At {instants.DayAndClockWithZone(instant)}",
        { Last: { } last } => $"Last {Format(last)}",
        { Lower: { } lower, Upper: { } upper } => instants.DayRange(lower.At, upper.At, namesDayOnce: true),
        { Lower: { } lower } => $"Since {instants.DayAndClockWithZone(lower.At)}",
        { Upper: { } upper } => $"Until {instants.DayAndClockWithZone(upper.At)}",
        _ => query.LegId is null && query.ApplicationSessionId is null ? "Last 24 hours" : "Any time",
    };

    /// <summary>A span in words: what follows <c>last</c>: <c>15 minutes</c>, <c>hour</c>, <c>1 h 30 min</c>.</summary>
    public static string Format(TimeSpan span)
    {
        var (hours, minutes) = ((int)span.TotalHours, span.Minutes);
        return (hours, minutes) switch
        {
            (0, 1) => "minute",
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes"),
            (1, 0) => "hour",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours} hours"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{hours} h {minutes} min"),
        };
    }
}
