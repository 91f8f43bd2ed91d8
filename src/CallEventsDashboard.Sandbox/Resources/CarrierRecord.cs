using System.Text.Json;

namespace CallEventsDashboard.Sandbox.Resources;

/// <summary>One detail record before it is written.</summary>
/// <param name="Cost">In dollars.</param>
internal sealed record CarrierRecord(string Product, string Event, Guid Id, decimal Cost, Action<Utf8JsonWriter> Fields)
{
    /// <summary>What was used for it.</summary>
    public IReadOnlyList<CarrierRecord> Children { get; init; } = [];

    /// <summary>Its own cost and that of its children.</summary>
    public decimal CostInAll => Cost + Children.Sum(child => child.CostInAll);

    /// <summary>Itself and its children.</summary>
    public IEnumerable<CarrierRecord> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>Writes its node whole, as a child of another.</summary>
    public void WriteChild(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        Write(json, "child");
        json.WriteStartArray("children");
        foreach (var child in Children)
            child.WriteChild(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes the members of its node but the children.</summary>
    public void Write(Utf8JsonWriter json, string relationship)
    {
        json.WriteString("id", Id);
        json.WriteString("product", Product);
        json.WriteString("event_name", Event);
        json.WriteString("relationship", relationship);
        json.WriteStartObject("cost");
        json.WriteString("event_cost", CarrierRecords.Money(Cost));
        json.WriteString("cumulative_cost", CarrierRecords.Money(CostInAll));
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
