using System.Text;
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
        var record = LooseJson.Parse(raw.Span);
        // Other objects have a status of their own (a delivery, a recording, a fax): only the record's own can be the one that was filtered by.
        return parameter == FilterCatalogue.Status
            ? record.Text(parameter.Name) is { } status && parameter.Choices.Any(choice => choice.Value == status) ? status : null
            : Bodies.Select(path => path.Aggregate(record, LooseJson.Field).Text(parameter.Name)).FirstOrDefault(text => text is not null);
    }
}
