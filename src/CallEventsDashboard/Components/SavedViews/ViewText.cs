using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.SavedViews;

/// <summary>A list in words, for the places that lead to it.</summary>
internal static class ViewText
{
    /// <summary><c>only failed · type webhook · last 1h</c>; <c>all events</c> for the default query.</summary>
    /// <param name="written">The query as a link writes it.</param>
    /// <param name="key">Whose stand-ins take the place of numbers and texts while those are masked; null for none.</param>
    public static string Describe(string written, InstantFormat instants, PrivacyMode privacy, ApiKey? key)
    {
        var query = CallEventQueryString.Parse(written).Query;
        var parts = ActiveFilter.From(query, instants).Select(filter => $"{filter.ShortLabel} {Seen(filter, privacy, key)}").ToList();
        if (query.Order is EventOrder.Oldest)
            parts.Add("oldest first");
        return parts.Count == 0 ? "all events" : string.Join(" · ", parts);
    }

    /// <summary>The address of a list, relative to the base.</summary>
    public static string UrlOf(bool isSessions, string written)
    {
        var query = CallEventQueryString.Parse(written).Query;
        return isSessions ? DashboardUrls.Sessions(query) : DashboardUrls.Events(query);
    }

    private static string Seen(ActiveFilter filter, PrivacyMode privacy, ApiKey? key) =>
        filter.Field is { } name && privacy.Value(name, filter.FullText, key) is var seen && seen != filter.FullText ? seen : VisibleText.Line(filter.Text, 60);
}
