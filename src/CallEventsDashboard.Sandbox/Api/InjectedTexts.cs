using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Generation.Scenarios;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>Puts given texts in the place of every text of a record but its times, and some of them, as names and as values, into its metadata.</summary>
/// <remarks>
/// Each field goes through the texts from leg to leg, from a start of its own: so many legs in succession as there are texts are of one shape, and in them
/// every field of a record has every text once.
/// </remarks>
internal sealed class InjectedTexts(IReadOnlyList<string> texts, PreservedFields kept)
{
    private const int Named = 3;

    // Fields that only some events have: here every record has them.
    private static readonly string[] Payload =
    [
        "from", "to", "connection_id", "hangup_cause", "sip_hangup_cause", "digits", "result", "status", "reason", "failure_reason", "sip_notify_response", "payload", "voice",
        "queue", "caller_id_name", "direction", "shaken_stir_attestation", "total_cost", "media_name", "page_count", "conference_id", "fax_id", "client_state",
    ];

    /// <summary>Whether a row of an account of both shapes is in the one seen in the field.</summary>
    public bool IsField(EventRow row) => row.Leg.Index / texts.Count % 2 == 0;

    public void Write(Utf8JsonWriter json, EventRow row, Action<Utf8JsonWriter, EventRow> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var inner = new Utf8JsonWriter(buffer))
            write(inner, row);
        var record = JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
        var (name, type) = (record["name"]?.DeepClone(), record["type"]?.DeepClone());
        Complete(record);
        var place = row.Leg.Index;
        Replace(record, place);
        var (keepsName, keepsType) = Keeps(row);
        if (keepsName)
            record["name"] = name;
        if (keepsType)
            record["type"] = type;
        var metadata = record["metadata"]!.AsObject();
        for (var i = 0; i < Named; i++)
            metadata[Text($"name {i}", place)] = Text($"value {i}", place);
        record.WriteTo(json);
    }

    private (bool Name, bool Type) Keeps(EventRow row) => kept is PreservedFields.Names
        ? (row.Name is "call.initiated" or "call.answered" or "call.hangup" or "dial" or "answer" or "hangup", row.Name != TextCalls.Untyped)
        : (false, false);

    private void Complete(JsonObject record)
    {
        // An id that a record lacks is as foreign as the others, unless sessions are to be kept apart.
        foreach (var id in record.Where(field => field.Key.EndsWith("_id", StringComparison.Ordinal) && field.Value is null && kept is PreservedFields.Nothing).Select(field => field.Key).ToList())
            record[id] = "";
        if (kept is PreservedFields.Nothing && !record.ContainsKey("call_leg_id"))
            (record["leg_id"], record["application_session_id"]) = ("", "");
        var metadata = record["metadata"]!.AsObject();
        var body = record["payload"] is JsonObject { Count: > 0 } own ? own : metadata["event"] as JsonObject ?? metadata;
        var payload = body["payload"] as JsonObject ?? body;
        foreach (var name in Payload.Where(name => payload[name]?.GetValueKind() is not JsonValueKind.String))
            payload[name] = "";
        payload["recording_urls"] = new JsonObject();
        payload["transcription_data"] = new JsonObject { ["transcript"] = "" };
        payload["call_quality_stats"] = new JsonObject { ["inbound"] = new JsonObject { ["mos"] = "" } };
        (metadata["status"], metadata["delivered_to"]) = ("", "");
    }

    private void Replace(JsonNode node, int place)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                array[i] = Replaced($"{i}", array[i], place);
        }
        else if (node is JsonObject fields)
        {
            foreach (var name in fields.Select(field => field.Key).ToList())
            {
                if (!name.EndsWith("_at", StringComparison.Ordinal) && name != "event_timestamp")
                    fields[name] = Replaced(name, fields[name], place);
            }
        }
    }

    private JsonNode? Replaced(string name, JsonNode? value, int place)
    {
        if (value is JsonValue && value.GetValueKind() == JsonValueKind.String)
        {
            if (kept is not PreservedFields.Nothing && Guid.TryParseExact(value.GetValue<string>(), "D", out _))
                return value.DeepClone();
            var text = Text(name, place);
            return name == "client_state" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text;
        }

        // Formats are names too.
        if (name == "recording_urls")
            return new JsonObject { [Text(name, place)] = Text("recording_url", place) };
        if (value is not null)
            Replace(value, place);
        return value?.DeepClone();
    }

    /// <summary>The text of a field of that name: the same in either shape, where the shapes have a name for it each.</summary>
    private string Text(string name, int place)
    {
        var start = name.Split("call_")[^1].Split("application_")[^1].Aggregate(0, (hash, letter) => ((hash * 31) + letter) % texts.Count);
        return texts[(place + start) % texts.Count];
    }
}
