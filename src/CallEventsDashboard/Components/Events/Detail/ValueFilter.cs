using System.Globalization;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>Which values of a record the endpoint can filter by, and the query that does so.</summary>
public static class ValueFilter
{
    private const int MaxLength = 256;

    /// <summary>The query narrowed to the events that share a value; null where the endpoint has no filter for the key or would refuse the value.</summary>
    /// <param name="key">The last part of the value's path in the record, in either of the two spellings.</param>
    /// <param name="isTopLevel">Whether the key is one of the record itself: <c>name</c> or <c>type</c> mean something else deeper down.</param>
    public static CallEventQuery? Narrow(CallEventQuery query, string key, string value, bool isTopLevel)
    {
        if (value.Length is 0 or > MaxLength)
            return null;
        return key switch
        {
            "leg_id" or "call_leg_id" => IsUuid(value) ? query with { LegId = value } : null,
            "application_session_id" or "call_session_id" => IsUuid(value) ? query with { ApplicationSessionId = value } : null,
            "connection_id" => query with { ConnectionId = value },
            "from" => IsParty(value) ? query with { From = value } : null,
            "to" => IsParty(value) ? query with { To = value } : null,
            "event_type" => query with { Name = value },
            "name" when isTopLevel => query with { Name = value },
            "type" when isTopLevel => TypeOf(value) is { } type ? query with { Type = type } : null,
            "product" when isTopLevel => value is "call_control" or "fax" or "texml" ? query with { Product = value } : null,
            "failed" when isTopLevel => bool.TryParse(value, out var failed) ? query with { Failed = failed } : null,
            _ => null,
        };
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

    private static bool IsUuid(string value) => Guid.TryParseExact(value, "D", out _);

    private static bool IsParty(string value) => value.Contains('@', StringComparison.Ordinal) || (value[0] == '+' && value.Length > 3) || value.All(char.IsAsciiDigit);

    private static string? TypeOf(string value)
    {
        var type = value.ToLower(CultureInfo.InvariantCulture);
        return type == "command" ? "command" : type.EndsWith("webhook", StringComparison.Ordinal) ? "webhook" : null;
    }
}
