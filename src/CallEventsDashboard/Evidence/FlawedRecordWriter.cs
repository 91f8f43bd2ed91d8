using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Evidence;

/// <summary>What could be read of a record that can't be read whole, as a record: of a masked one there is nothing else.</summary>
internal static class FlawedRecordWriter
{
    public static void WriteMembers(Utf8JsonWriter json, CallEvent callEvent)
    {
        WriteText(json, "name", callEvent.Name);
        WriteText(json, "type", callEvent.Type);
        WriteText(json, "occurred_at", callEvent.OccurredAtText);
        WriteText(json, "call_leg_id", callEvent.LegId);
        WriteText(json, "call_session_id", callEvent.SessionId);
        WriteText(json, "connection_id", callEvent.ConnectionId);
        WriteText(json, "product", callEvent.Product);
        WriteText(json, "from", callEvent.From);
        WriteText(json, "to", callEvent.To);
        if (callEvent.Failed is { } failed)
            json.WriteBoolean("failed", failed);
        json.WriteStartObject("metadata");
        WriteText(json, "status", callEvent.DeliveryStatus);
        WriteText(json, "delivered_to", callEvent.DeliveredTo);
        if (callEvent.Attempt is { } attempt)
            json.WriteNumber("attempt", attempt);
        json.WriteStartObject("event");
        WriteText(json, "id", callEvent.EventId);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("errors");
        foreach (var error in callEvent.Errors)
        {
            json.WriteStartObject();
            WriteText(json, "code", error.Code);
            WriteText(json, "title", error.Title);
            WriteText(json, "detail", error.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }
}
