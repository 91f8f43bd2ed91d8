using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallEventsDashboard.Sandbox.Generation;
using CallEventsDashboard.Sandbox.Payloads;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>Puts given texts in the place of every text of a record but its times, and some of them, as names and as values, into its metadata.</summary>
internal sealed class ForeignTexts(IReadOnlyList<string> texts)
{
    private const int Named = 20;

    public void Write(Utf8JsonWriter json, EventRow row, Action<Utf8JsonWriter, EventRow> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var inner = new Utf8JsonWriter(buffer))
            write(inner, row);
        var record = JsonNode.Parse(buffer.WrittenSpan)!.AsObject();
        var next = row.Details(Purpose.EventId).Below(texts.Count);
        Replace(record, ref next);
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
            return JsonValue.Create(Take(ref next));
        if (value is not null)
            Replace(value, ref next);
        return value?.DeepClone();
    }

    private string Take(ref int next) => texts[next++ % texts.Count];
}
