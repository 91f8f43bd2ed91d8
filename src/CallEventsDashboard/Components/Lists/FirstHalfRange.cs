using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Lists;

/// <summary>The half of a list's time that it begins with, for a list that is longer than a browser can scroll.</summary>
internal static class FirstHalfRange
{
    /// <returns>The range in absolute times; null where the list's own is not known, or too short to part.</returns>
    public static TimeRange? Create(CallEventQuery query, FeedStatus status)
    {
        if ((status.From ?? status.Horizon) is not { } from || (status.To ?? status.AsOf) is not { } to || to - from < TimeSpan.FromSeconds(2))
            return null;
        var middle = from + ((to - from) / 2);
        middle = new DateTimeOffset(middle.Ticks - (middle.Ticks % TimeSpan.TicksPerSecond), middle.Offset);
        // Each instant belongs to one half: the middle to the newer.
        return query.Order is EventOrder.Newest
            ? new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, middle), Upper = query.Range.Upper }
            : new TimeRange { Lower = query.Range.Lower, Upper = new TimeBound(TimeComparison.Before, middle) };
    }
}
