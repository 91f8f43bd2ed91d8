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
        var record = LooseJson.Parse(row.Raw.Span);
        return Own(record, name) ?? (IsOfAnotherCall(row) ? null : Within(record, name));
    }

    // The names of a command's parameters are compared in any case.
    private static string? Own(JsonElement element, string name)
    {
        foreach (var field in Members(element))
        {
            if (field.NameOrSource().Equals(name, StringComparison.OrdinalIgnoreCase) && field.Value.Text() is { } text)
                return text;
        }

        return null;
    }

    private static string? Within(JsonElement element, string name)
    {
        foreach (var field in Members(element))
        {
            if (!Foreign.Contains(field.NameOrSource()) && (Own(field.Value, name) ?? Within(field.Value, name)) is { } found)
                return found;
        }

        return null;
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement element) => element.ValueKind is JsonValueKind.Object ? element.EnumerateObject() : default;
}
