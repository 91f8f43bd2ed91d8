using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Urls;

/// <summary>The names of a link, in the order of a link, and the API's spelling of them.</summary>
internal static class ParameterNames
{
    public const string Order = "order";
    public const string CallFailed = "call_failed";
    public const string Search = "q";
    public const string Event = "event";
    public const string Key = "key";

    private static readonly string[] TimeNames =
        [TimeParameter.Exactly, TimeParameter.After, TimeParameter.AtOrAfter, TimeParameter.Before, TimeParameter.AtOrBefore];

    private static readonly Dictionary<string, string> Canonical = FilterCatalogue.All
        .SelectMany(parameter => new[] { parameter.Name, parameter.WireName }.OfType<string>().Select(name => (name, parameter.Name)))
        .Concat(TimeNames.SelectMany(name => new[] { (name, name), ($"filter[{TimeParameter.OccurredAt}][{name[(TimeParameter.OccurredAt.Length + 1)..]}]", name) }))
        .Concat(new[] { TimeParameter.Last, Order, CallFailed, Search, Event, Key }.Select(name => (name, name)))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Names that the API once had or that its records have: it ignores them now, which looks like an answer.</summary>
    private static readonly Dictionary<string, string> Suggestions = new(StringComparer.Ordinal)
    {
        ["call_leg_id"] = FilterCatalogue.LegId.Name,
        ["call_session_id"] = FilterCatalogue.ApplicationSessionId.Name,
        ["session_id"] = FilterCatalogue.ApplicationSessionId.Name,
        ["event_type"] = FilterCatalogue.EventName.Name,
        ["event_name"] = FilterCatalogue.EventName.Name,
        ["event_timestamp"] = TimeParameter.AtOrAfter,
        ["start_time"] = TimeParameter.AtOrAfter,
        [TimeParameter.OccurredAt] = TimeParameter.AtOrAfter,
    };

    /// <summary>The canonical name of either spelling; null when no parameter has this name.</summary>
    public static string? Resolve(string written) => Canonical.GetValueOrDefault(written);

    /// <summary>Whether it is one of the API's page parameters, which mean nothing to a list that scrolls.</summary>
    public static bool IsPage(string written) => written.StartsWith("page[", StringComparison.Ordinal) && written.EndsWith(']');

    public static string? Suggest(string written)
    {
        var name = written.StartsWith("filter[", StringComparison.Ordinal) ? written["filter[".Length..].Split(']')[0] : written;
        return Suggestions.GetValueOrDefault(name) ?? (Resolve(name.ToLowerInvariant()) is { } known && known != written ? known : null);
    }
}
