using System.Globalization;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>Which values of a record the endpoint can filter by, and the query that does so.</summary>
public static class ValueFilter
{
    private static readonly Dictionary<string, FilterParameter> OfAnyDepth = ByKey(parameter => parameter.Keys);
    private static readonly Dictionary<string, FilterParameter> OfTheRecord = ByKey(parameter => parameter.TopLevelKeys);

    /// <summary>The query narrowed to the events that share a value; null where the endpoint has no filter for the key, or the filter, a link and the form can't take the value.</summary>
    /// <param name="key">The last part of the value's path in the record, in either of the two spellings.</param>
    /// <param name="isTopLevel">Whether the key is one of the record itself: <c>name</c> or <c>type</c> mean something else deeper down.</param>
    public static CallEventQuery? Narrow(CallEventQuery query, string key, string value, bool isTopLevel) =>
        ParameterOf(key, isTopLevel) is { } parameter ? Narrow(query, parameter, value) : null;

    /// <summary>The query without the events that share a value; null where <see cref="Narrow(CallEventQuery, string, string, bool)"/> is, or the filter excludes as many as it can.</summary>
    public static CallEventQuery? Exclude(CallEventQuery query, string key, string value, bool isTopLevel) =>
        ParameterOf(key, isTopLevel) is { } parameter ? Exclude(query, parameter, value) : null;

    /// <summary>Every event of a session, whatever else was filtered.</summary>
    public static CallEventQuery? Session(CallEvent callEvent) =>
        Narrow(CallEventQuery.Default, FilterCatalogue.ApplicationSessionId, callEvent.SessionId ?? "");

    /// <summary>Every event of a leg, whatever else was filtered.</summary>
    public static CallEventQuery? Leg(CallEvent callEvent) =>
        Narrow(CallEventQuery.Default, FilterCatalogue.LegId, callEvent.LegId ?? "");

    /// <summary>The values of this event that can be filtered by, in the order of the filter form, as (label, value shown, query, query without them).</summary>
    public static IReadOnlyList<(string Label, string Value, CallEventQuery Query, CallEventQuery? Without)> Choices(CallEvent callEvent, CallEventQuery query) =>
    [
        .. from @group in FilterCatalogue.Groups
        from parameter in @group.Parameters
        from value in Carried(parameter, callEvent)
        let narrowed = Narrow(query, parameter, value)
        where narrowed is not null
        select (parameter.Label, value, narrowed, Exclude(query, parameter, value)),
    ];

    private static IEnumerable<string> Carried(FilterParameter parameter, CallEvent callEvent)
    {
        string?[] values = parameter == FilterCatalogue.Party ? [callEvent.From, callEvent.To] : [parameter.Carried?.Invoke(callEvent)];
        return values.OfType<string>().Where(value => value.Length > 0).Distinct(StringComparer.Ordinal);
    }

    private static FilterParameter? ParameterOf(string key, bool isTopLevel) =>
        OfAnyDepth.TryGetValue(key, out var parameter) || (isTopLevel && OfTheRecord.TryGetValue(key, out parameter)) ? parameter : null;

    private static CallEventQuery? Narrow(CallEventQuery query, FilterParameter parameter, string value) =>
        Taken(parameter, value) is { } taken ? parameter.With(query, taken) : null;

    private static CallEventQuery? Exclude(CallEventQuery query, FilterParameter parameter, string value) =>
        Taken(parameter, value) is { } taken && query.Conditions.Excluding(parameter, taken) is { } conditions ? query with { Conditions = conditions, Event = null } : null;

    // The stand-in of a masked value is in no record.
    private static string? Taken(FilterParameter parameter, string value) =>
        Pseudonyms.IsStandIn(value) ? null : FilterValue.Read(parameter, parameter == FilterCatalogue.Type ? TypeOf(value) : value).Value;

    private static Dictionary<string, FilterParameter> ByKey(Func<FilterParameter, IReadOnlyList<string>> keys) => FilterCatalogue.All
        .SelectMany(parameter => keys(parameter).Select(key => KeyValuePair.Create(key, parameter))).ToDictionary(StringComparer.Ordinal);

    private static string? TypeOf(string value)
    {
        var type = value.ToLower(CultureInfo.InvariantCulture);
        return type == "command" ? "command" : type.EndsWith("webhook", StringComparison.Ordinal) ? "webhook" : null;
    }
}
