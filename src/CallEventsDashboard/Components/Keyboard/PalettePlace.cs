using CallEventsDashboard.Queries;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.Keyboard;

/// <summary>Where a person is when they open the palette: the list that what they choose is a change of.</summary>
/// <param name="Query">That of the list; the default one on any other page.</param>
/// <param name="IsSessions">Whether it is grouped by session.</param>
/// <param name="IsInsights">Whether its measures are shown, in the place of its events.</param>
public sealed record PalettePlace(CallEventQuery Query, bool IsSessions, bool IsInsights = false)
{
    /// <param name="relative">The address, relative to the base.</param>
    public static PalettePlace Read(string relative)
    {
        var (isSessions, isInsights) = (DashboardUrls.IsSessions(relative), DashboardUrls.IsInsights(relative));
        var at = relative.IndexOf('?', StringComparison.Ordinal);
        var query = at >= 0 && (isSessions || isInsights || DashboardUrls.IsEvents(relative)) ? CallEventQueryString.Parse(relative[at..].Split('#')[0]).Query.List : CallEventQuery.Default;
        return new(query, isSessions, isInsights);
    }

    public string UrlOf(CallEventQuery query) => IsSessions ? DashboardUrls.Sessions(query) : IsInsights ? DashboardUrls.Insights(query) : DashboardUrls.Events(query);
}
