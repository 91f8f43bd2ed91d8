using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.SavedViews;

/// <summary>A list in words, for the places that lead to it.</summary>
internal static class ViewText
{
    private const int MaxValue = 60;

    /// <summary><c>only failed · type webhook · last 1h</c>; <c>all events</c> for the default query.</summary>
    /// <param name="written">The query as a link writes it.</param>
    /// <param name="key">Whose stand-ins take the place of numbers and texts while those are masked; null for none.</param>
    public static string Describe(string written, InstantFormat instants, PrivacyMode privacy, ApiKey? key)
    {
        var query = CallEventQueryString.Parse(written).Query;
        var parts = ActiveFilter.From(query, instants).Select(filter => filter.Seen((name, value) => privacy.Value(name, value, key)))
            .Select(filter => $"{filter.ShortLabel} {VisibleText.Line(filter.Text, MaxValue)}").ToList();
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
}
