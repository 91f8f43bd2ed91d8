using System.Globalization;

namespace CallEventsDashboard.Components.Shared;

/// <summary>The time of an event where there is room to say all of it.</summary>
public static class EventTime
{
    /// <summary>Date, time to the microsecond and zone: <c>Nov 23, 2026 10:52:02.778 738 UTC</c>. The API's clock is UTC, and so is what is shown.</summary>
    public static string Long(DateTimeOffset at) => at.UtcDateTime.ToString("MMM d, yyyy HH:mm:ss.fff", CultureInfo.InvariantCulture)
        + at.UtcDateTime.ToString("ffffff' UTC'", CultureInfo.InvariantCulture)[3..].Insert(0, " ");
}
