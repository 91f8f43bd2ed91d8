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

    /// <summary>Whether the times of the page only rise, or only fall.</summary>
    public static bool IsSorted(CallEventPage page)
    {
        var (rises, falls) = (false, false);
        for (var i = 1; i < page.Events.Count; i++)
        {
            rises |= page.Events[i].OccurredAt > page.Events[i - 1].OccurredAt;
            falls |= page.Events[i].OccurredAt < page.Events[i - 1].OccurredAt;
        }

        return !(rises && falls);
    }
}

internal static class Totals
{
    /// <summary>The total that an answer gives; null when it gives none, or one that its own rows disprove.</summary>
    public static int? Of(CallEventPage page) =>
        page.TotalResults is >= 0 and <= int.MaxValue and var total && total >= page.Events.Count ? (int)total : null;

    /// <summary>The same of a first page of one row: without a total, the number of such pages is the total.</summary>
    public static int? OfSmallest(CallEventPage page) =>
        Of(page) ?? (page.Events.Count == 0 ? 0 : page is { PageSize: null or 1, TotalPages: > 1 } ? page.TotalPages : null);
}
