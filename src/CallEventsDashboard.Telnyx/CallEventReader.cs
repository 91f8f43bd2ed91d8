using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Reads one record, in the documented shape, in the one seen in the field, or in any mixture of both.</summary>
public static class CallEventReader
{
    /// <summary>Never fails: a field that is missing or of an unexpected kind is looked for in the next place, and at last is null.</summary>
    public static CallEvent Read(JsonElement record) => Read(
        record,
        record.ValueKind is JsonValueKind.Object ? RecordFlaw.None : RecordFlaw.NotAnObject,
        record.ValueKind is JsonValueKind.Undefined ? "null"u8.ToArray() : JsonMarshal.GetRawUtf8Value(record).ToArray());

    /// <summary>Reads a record from its text, which may be anything: what can be read of it is.</summary>
    public static CallEvent Read(ReadOnlyMemory<byte> raw)
    {
        if (TryParse(raw) is { } whole)
        {
            using (whole)
                return Read(whole.RootElement);
        }

        var cut = RecordJson.Cut(raw);
        using var rest = JsonDocument.Parse(cut ?? WellFormedMembers(raw), RecordJson.Options);
        return Read(rest.RootElement, cut is null ? RecordFlaw.Malformed : RecordFlaw.TooDeep, raw.ToArray());
    }

    /// <summary>The row of a record that was not received, as it is larger than an answer may be.</summary>
    /// <param name="place">Its position, which distinguishes it from others of its kind.</param>
    public static CallEvent TooLarge(string place)
    {
        var callEvent = new CallEvent { Name = "", Type = "", Fingerprint = "", Raw = default, Flaw = RecordFlaw.TooLarge };
        return callEvent with { Fingerprint = Fingerprint.Compute(callEvent, System.Text.Encoding.UTF8.GetBytes(place)) };
    }

    private static CallEvent Read(JsonElement record, RecordFlaw flaw, ReadOnlyMemory<byte> raw)
    {
        var metadata = record.Field("metadata");
        var body = CallEventBody.Find(record);
        var payload = CallEventBody.Payload(record);
        var webhook = metadata.Field("event");
        var (occurredAt, occurredAtText) = ReadTime(
            record.Field("event_timestamp"), record.Field("occurred_at"), body.Field("occurred_at"), webhook.Field("occurred_at"), payload.Field("occurred_at"));
        var status = metadata.Text("status");
        var errors = CallEventError.Read(record, metadata, body, payload);

        var callEvent = new CallEvent
        {
            Name = record.Text("name") ?? body.Text("event_type") ?? webhook.Text("event_type") ?? payload.Text("event_type") ?? "",
            Type = record.Text("type") ?? "",
            OccurredAt = occurredAt,
            OccurredAtText = occurredAtText,
            LegId = record.Text("call_leg_id") ?? record.Text("leg_id") ?? payload.Text("call_leg_id") ?? payload.Text("leg_id"),
            SessionId = record.Text("call_session_id") ?? record.Text("application_session_id")
                ?? payload.Text("call_session_id") ?? payload.Text("application_session_id"),
            ConnectionId = record.Text("connection_id") ?? payload.Text("connection_id"),
            Product = record.Text("product"),
            From = record.Text("from") ?? payload.Text("from"),
            To = record.Text("to") ?? payload.Text("to"),
            Failed = record.Field("failed").Boolean() ?? FailedBy(status),
            Errors = errors,
            DeliveryStatus = status,
            Attempt = (int?)metadata.Field("attempt").WholeNumber(1, int.MaxValue),
            DeliveredTo = metadata.Text("delivered_to"),
            EventId = webhook.Text("id") ?? record.Field("payload").Text("id"),
            Fingerprint = "",
            Raw = raw,
            Flaw = flaw,
        };
        callEvent = callEvent with { Failed = callEvent.Failed ?? (callEvent.IsCommand && errors.Count > 0 ? true : null) };
        return callEvent with { Fingerprint = flaw is RecordFlaw.None ? Fingerprint.Compute(callEvent, body) : Fingerprint.Compute(callEvent, raw.Span) };
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json, RecordJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An object of those members of a malformed one that are well-formed themselves.</summary>
    private static ReadOnlyMemory<byte> WellFormedMembers(ReadOnlyMemory<byte> raw)
    {
        var members = new List<(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value)>();
        JsonSplitter.TrySplitObject(raw, members);
        var json = new ArrayBufferWriter<byte>(raw.Length + 1);
        json.Write("{"u8);
        foreach (var (name, value) in members)
        {
            ReadOnlyMemory<byte> member = (byte[])[(byte)'"', .. name.Span, (byte)'"', (byte)':', .. value.Span];
            if (RecordJson.Cut((byte[])[(byte)'{', .. member.Span, (byte)'}']) is not { } wellFormed)
                continue;
            json.Write(json.WrittenCount > 1 ? ","u8 : ""u8);
            json.Write(wellFormed.Span[1..^1]);
        }

        json.Write("}"u8);
        return json.WrittenMemory;
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
