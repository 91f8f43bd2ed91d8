using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

internal static class ServiceOrderDetector
{
    /// <summary>Null when all times of the page are equal or unknown.</summary>
    public static ServiceOrder? Detect(CallEventPage page)
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
