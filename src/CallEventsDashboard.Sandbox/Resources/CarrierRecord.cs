using System.Text.Json;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>One detail record before it is written.</summary>
/// <param name="Cost">In dollars.</param>
internal sealed record CarrierRecord(string Product, string Event, Guid Id, decimal Cost, Action<Utf8JsonWriter> Fields)
{
    /// <summary>Writes the members of its node but the children.</summary>
    public void Write(Utf8JsonWriter json, string relationship)
    {
        json.WriteString("id", Id);
        json.WriteString("product", Product);
        json.WriteString("event_name", Event);
        json.WriteString("relationship", relationship);
        json.WriteStartObject("cost");
        json.WriteString("event_cost", CarrierRecords.Money(Cost));
        json.WriteString("cumulative_cost", CarrierRecords.Money(Cost));
        json.WriteString("currency", "USD");
        json.WriteEndObject();
        json.WriteStartObject("links");
        json.WriteString("self", $"/v2/session_analysis/{Product}/{Id}");
        json.WriteEndObject();
        json.WriteStartObject("record");
        Fields(json);
        json.WriteEndObject();
    }
}
