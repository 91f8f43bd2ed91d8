using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>Puts given texts in the place of every text of a record but its times, and some of them, as names and as values, into its metadata.</summary>
/// <param name="keepsIds">Whether UUIDs stay as they are, and in every other record its name and type, so that a session can still be told.</param>
internal sealed class ForeignTexts(IReadOnlyList<string> texts, bool keepsIds)
{
    private const int Named = 20;

    public void Write(Utf8JsonWriter json, EventRow row, Action<Utf8JsonWriter, EventRow> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var inner = new Utf8JsonWriter(buffer))
            write(inner, row);
        var record = JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
        var next = row.Details(Purpose.EventId).Below(texts.Count);
        var keepsName = keepsIds && row.Details(Purpose.EventId).Below(2) == 0;
        var (name, type) = (record["name"]?.DeepClone(), record["type"]?.DeepClone());
        Replace(record, ref next);
        if (keepsName)
            (record["name"], record["type"]) = (name, type);
        var metadata = record["metadata"] as JsonObject ?? [];
        for (var i = 0; i < Named; i++)
            metadata[Take(ref next)] = Take(ref next);
        record.WriteTo(json);
    }

    private void Replace(JsonNode node, ref int next)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                array[i] = Replaced(array[i], ref next);
        }
        else if (node is JsonObject fields)
        {
            foreach (var name in fields.Select(field => field.Key).ToList())
            {
                if (!name.EndsWith("_at", StringComparison.Ordinal) && name != "event_timestamp")
                    fields[name] = Replaced(fields[name], ref next);
            }
        }
    }

    private JsonNode? Replaced(JsonNode? value, ref int next)
    {
        if (value is JsonValue && value.GetValueKind() == JsonValueKind.String)
        {
            if (keepsIds && Guid.TryParseExact(value.GetValue<string>(), "D", out _))
                return value.DeepClone();
            return JsonValue.Create(Take(ref next));
        }

        if (value is not null)
            Replace(value, ref next);
        return value?.DeepClone();
    }

    private string Take(ref int next) => texts[next++ % texts.Count];
}
