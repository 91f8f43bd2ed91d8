using System.Text;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>Finds in a raw record the fields that no documented record carries, in case one does.</summary>
internal static class RawField
{
    private static readonly string[][] Bodies = [[], ["payload"], ["payload", "payload"], ["metadata"], ["metadata", "payload"], ["metadata", "event", "payload"]];

    /// <summary>The field's text, or null when the record has none.</summary>
    public static string? Find(FilterParameter parameter, ReadOnlyMemory<byte> raw)
    {
        // Most records have none: looking for the name is far cheaper than reading the JSON.
        if (raw.Span.IndexOf(Encoding.UTF8.GetBytes(parameter.Name)) < 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(raw, RecordJson.Options);
            // Other objects have a status of their own (a delivery, a recording, a fax): only the record's own can be the one that was filtered by.
            return parameter == FilterCatalogue.Status
                ? Text(document.RootElement, parameter.Name) is { } status && parameter.Choices.Any(choice => choice.Value == status) ? status : null
                : Bodies.Select(path => TextAt(document.RootElement, path, parameter.Name)).FirstOrDefault(text => text is not null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or half a character escaped in a text: such a record shows nothing.
            return null;
        }
    }

    private static string? TextAt(JsonElement element, string[] path, string name)
    {
        foreach (var step in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
                return null;
        }
        return Text(element, name);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
