using System.Text;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>The parties of the call that a command is for, where the command's own record, its parameters or its answer names them.</summary>
internal static class CommandParty
{
    // The sender of the command chooses the texts in these.
    private static readonly string[] Foreign = ["custom_headers", "sip_headers", "errors", "client_state"];

    /// <summary>Whether the parameters of a command name another call's parties: where this one is sent on to.</summary>
    public static bool IsOfAnotherCall(CallEvent row) =>
        row.Name.EndsWith("transfer", StringComparison.OrdinalIgnoreCase) || row.Name.EndsWith("refer", StringComparison.OrdinalIgnoreCase);

    /// <param name="name"><c>from</c> or <c>to</c>.</param>
    /// <returns>The party's text as the record has it; null when the record does not say.</returns>
    public static string? Find(string name, CallEvent row)
    {
        // Most commands have none: looking for the name is far cheaper than reading the JSON.
        if (!Encoding.UTF8.GetString(row.Raw.Span).Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            using var document = JsonDocument.Parse(row.Raw, RecordJson.Options);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } record)
                return null;
            if (Own(record, name) is { } own)
                return own;
            return IsOfAnotherCall(row) ? null : Within(record, name);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or half a character escaped in a text: such a record shows nothing.
            return null;
        }
    }

    private static string? Own(JsonElement element, string name)
    {
        foreach (var field in element.EnumerateObject())
        {
            if (field.Value.ValueKind is JsonValueKind.String && field.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && field.Value.GetString() is { } text && !string.IsNullOrWhiteSpace(text))
                return text;
        }

        return null;
    }

    private static string? Within(JsonElement element, string name)
    {
        foreach (var field in element.EnumerateObject())
        {
            if (field.Value.ValueKind is JsonValueKind.Object && !Foreign.Contains(field.Name) && (Own(field.Value, name) ?? Within(field.Value, name)) is { } found)
                return found;
        }

        return null;
    }
}
