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
    private const string Not = "not.";

    private static readonly string[] TimeNames =
        [TimeParameter.Exactly, TimeParameter.After, TimeParameter.AtOrAfter, TimeParameter.Before, TimeParameter.AtOrBefore];

    private static readonly Dictionary<string, string> Canonical = FilterCatalogue.All
        .SelectMany(parameter => new[] { parameter.Name, parameter.WireName }.OfType<string>().Select(name => (name, parameter.Name)).Append((parameter.ExcludedName, parameter.ExcludedName)))
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

    /// <summary>Whether it is in the API's spelling, whose values are no lists.</summary>
    public static bool IsOfApi(string written) => written.StartsWith("filter[", StringComparison.Ordinal);

    /// <summary>Whether it is written as one that excludes values.</summary>
    public static bool Excludes(string written) => written.StartsWith(Not, StringComparison.OrdinalIgnoreCase);

    public static string? Suggest(string written)
    {
        if (Excludes(written))
            return (Resolve(written.ToLowerInvariant()) ?? (Suggest(written[Not.Length..]) is { } filter ? Resolve(Not + filter) : null)) is { } suggested && suggested != written ? suggested : null;
        var name = written.StartsWith("filter[", StringComparison.Ordinal) ? written["filter[".Length..].Split(']')[0] : written;
        return Suggestions.GetValueOrDefault(name) ?? (Resolve(name.ToLowerInvariant()) is { } known && known != written ? known : null);
    }
}
