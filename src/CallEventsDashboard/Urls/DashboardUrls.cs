using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Urls;

/// <summary>Every address that the pages link to, relative to the base address, so that the dashboard can live below a path.</summary>
public static class DashboardUrls
{
    /// <summary>Goes on to the events, or to the keys while none is stored.</summary>
    public const string Root = "./";

    public const string Keys = "keys";

    private const string EventsPath = "events";

    /// <summary>Whether an address relative to the base is that of the list.</summary>
    public static bool IsEvents(string relative) => relative.Split('?', '#')[0].TrimEnd('/').Equals(EventsPath, StringComparison.OrdinalIgnoreCase);

    public static string Events(CallEventQuery query) => EventsPath + CallEventQueryString.Format(query);
}
