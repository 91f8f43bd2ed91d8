using System.Globalization;

namespace CallEventsDashboard.Components.Shared;

/// <summary>An instant in the parts that a row sets apart; always UTC, as the column's head says.</summary>
internal static class EventTimes
{
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("MMM d", CultureInfo.InvariantCulture);

    public static string Clock(DateTimeOffset at) => at.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>The three digits after the milliseconds.</summary>
    public static string Micros(DateTimeOffset at) => (at.Microsecond % 1000).ToString("000", CultureInfo.InvariantCulture);

    public static string DayAndClock(DateTimeOffset at) => at.UtcDateTime.ToString("MMM d HH:mm:ss", CultureInfo.InvariantCulture);
}
