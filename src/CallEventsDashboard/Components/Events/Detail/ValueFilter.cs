using System.Globalization;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>Which values of a record the endpoint can filter by, and the query that does so.</summary>
public static class ValueFilter
{
    private static readonly Dictionary<string, FilterParameter> OfAnyDepth = new(StringComparer.Ordinal)
    {
        ["leg_id"] = FilterParameter.LegId,
        ["call_leg_id"] = FilterParameter.LegId,
        ["application_session_id"] = FilterParameter.ApplicationSessionId,
        ["call_session_id"] = FilterParameter.ApplicationSessionId,
        ["connection_id"] = FilterParameter.ConnectionId,
        ["from"] = FilterParameter.From,
        ["to"] = FilterParameter.To,
        ["event_type"] = FilterParameter.EventName,
    };

    private static readonly Dictionary<string, FilterParameter> OfTheRecord = new(StringComparer.Ordinal)
    {
        ["name"] = FilterParameter.EventName,
        ["type"] = FilterParameter.Type,
        ["product"] = FilterParameter.Product,
        ["failed"] = FilterParameter.Failed,
    };

    /// <summary>The query narrowed to the events that share a value; null where the endpoint has no filter for the key, or the filter, a link and the form can't take the value.</summary>
    /// <param name="key">The last part of the value's path in the record, in either of the two spellings.</param>
    /// <param name="isTopLevel">Whether the key is one of the record itself: <c>name</c> or <c>type</c> mean something else deeper down.</param>
    public static CallEventQuery? Narrow(CallEventQuery query, string key, string value, bool isTopLevel)
    {
        if (!OfAnyDepth.TryGetValue(key, out var parameter) && !(isTopLevel && OfTheRecord.TryGetValue(key, out parameter)))
            return null;
        // What stands for a masked value is in no record.
        if (Pseudonyms.IsStandIn(value))
            return null;
        var wanted = parameter == FilterParameter.Type ? TypeOf(value) : value;
        return FilterValue.Read(parameter, wanted).Value is { } taken ? parameter.With(query, taken) : null;
    }

    /// <summary>Every event of a session, whatever else was filtered.</summary>
    public static CallEventQuery? Session(CallEvent callEvent) =>
        Narrow(CallEventQuery.Default, "application_session_id", callEvent.SessionId ?? "", isTopLevel: true);

    /// <summary>Every event of a leg, whatever else was filtered.</summary>
    public static CallEventQuery? Leg(CallEvent callEvent) =>
        Narrow(CallEventQuery.Default, "leg_id", callEvent.LegId ?? "", isTopLevel: true);

    /// <summary>What can be filtered by in this event, in the order of a link's parameters, as (label, value shown, query).</summary>
    public static IReadOnlyList<(string Label, string Value, CallEventQuery Query)> Choices(CallEvent callEvent, CallEventQuery query)
    {
        IEnumerable<(string Label, string Key, string? Value)> values =
        [
            ("Event", "name", callEvent.Name),
            ("Type", "type", callEvent.Type),
            ("From", "from", callEvent.From),
            ("To", "to", callEvent.To),
            ("Delivery failed", "failed", callEvent.Failed is { } failed ? (failed ? "true" : "false") : null),
            ("Product", "product", callEvent.Product),
            ("Leg", "leg_id", callEvent.LegId),
            ("Session", "application_session_id", callEvent.SessionId),
            ("Connection", "connection_id", callEvent.ConnectionId),
        ];
        return [.. values.SelectMany(choice => Narrow(query, choice.Key, choice.Value ?? "", isTopLevel: true) is { } narrowed ? [(choice.Label, choice.Value!, narrowed)] : Array.Empty<(string, string, CallEventQuery)>())];
    }

    private static string? TypeOf(string value)
    {
        var type = value.ToLower(CultureInfo.InvariantCulture);
        return type == "command" ? "command" : type.EndsWith("webhook", StringComparison.Ordinal) ? "webhook" : null;
    }
}
