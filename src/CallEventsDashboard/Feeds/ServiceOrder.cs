using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>The order in which the service lists events. It documents none, so it is read off its answers.</summary>
internal enum ServiceOrder
{
    Ascending,
    Descending,
}

internal static class ServiceOrders
{
    /// <summary>Null when all times of the page are equal or unknown.</summary>
    public static ServiceOrder? Of(CallEventPage page)
    {
        var times = page.Events.Where(row => row.OccurredAt is not null).Select(row => row.OccurredAt!.Value).ToList();
        if (times.Count < 2 || times[0] == times[^1])
            return null;
        return times[0] < times[^1] ? ServiceOrder.Ascending : ServiceOrder.Descending;
    }
}

internal static class Totals
{
    /// <summary>The total that an answer gives, or the count of a first page that is not full; null when it can't be known from this answer.</summary>
    public static int? Of(CallEventPage page) => page.TotalResults switch
    {
        >= 0 and <= int.MaxValue => Math.Max((int)page.TotalResults.Value, page.Events.Count),
        _ => null,
    };
}
