using System.Runtime.InteropServices;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Reads one record, in the documented shape, in the one seen in the field, or in any mixture of both.</summary>
public static class CallEventReader
{
    /// <summary>Never fails: a field that is missing or of an unexpected kind is looked for in the next place, and at last is null.</summary>
    public static CallEvent Read(JsonElement record)
    {
        var metadata = record.Field("metadata");
        var body = CallEventBody.Of(record);
        var payload = CallEventBody.Payload(record);
        var webhook = metadata.Field("event");
        var (occurredAt, occurredAtText) = ReadTime(
            record.Field("event_timestamp"), record.Field("occurred_at"), body.Field("occurred_at"), webhook.Field("occurred_at"), payload.Field("occurred_at"));
        var status = metadata.TextField("status");

        var callEvent = new CallEvent
        {
            Name = record.TextField("name") ?? body.TextField("event_type") ?? webhook.TextField("event_type") ?? payload.TextField("event_type") ?? "",
            Type = record.TextField("type") ?? "",
            OccurredAt = occurredAt,
            OccurredAtText = occurredAtText,
            LegId = record.TextField("call_leg_id") ?? record.TextField("leg_id") ?? payload.TextField("call_leg_id") ?? payload.TextField("leg_id"),
            SessionId = record.TextField("call_session_id") ?? record.TextField("application_session_id")
                ?? payload.TextField("call_session_id") ?? payload.TextField("application_session_id"),
            ConnectionId = record.TextField("connection_id") ?? payload.TextField("connection_id"),
            Product = record.TextField("product"),
            From = record.TextField("from") ?? payload.TextField("from"),
            To = record.TextField("to") ?? payload.TextField("to"),
            Failed = record.Field("failed").Boolean() ?? FailedBy(status),
            DeliveryStatus = status,
            Attempt = (int?)metadata.Field("attempt").WholeNumber(1, int.MaxValue),
            DeliveredTo = metadata.TextField("delivered_to"),
            EventId = webhook.TextField("id") ?? record.Field("payload").TextField("id"),
            Fingerprint = "",
            Raw = record.ValueKind == JsonValueKind.Undefined ? "null"u8.ToArray() : JsonMarshal.GetRawUtf8Value(record).ToArray(),
        };
        return callEvent with { Fingerprint = Fingerprint.Of(callEvent, body) };
    }

    /// <summary>The first that is a time; when none is, the first text, so that a person still sees what was sent.</summary>
    private static (DateTimeOffset? At, string? Text) ReadTime(params ReadOnlySpan<JsonElement> candidates)
    {
        string? unread = null;
        foreach (var candidate in candidates)
        {
            if (InstantText.Read(candidate) is { } at)
                return (at, candidate.Text());
            unread ??= candidate.Text();
        }
        return (null, unread);
    }

    private static bool? FailedBy(string? status) => status?.ToUpperInvariant() switch
    {
        "FAILED" => true,
        "DELIVERED" => false,
        _ => null,
    };
}
