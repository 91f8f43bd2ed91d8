using System.Text.Json;

namespace CallEventsDashboard.Decoding;

/// <summary>Where a record keeps what the event itself says, in either of its two shapes.</summary>
public static class RecordPayload
{
    /// <summary>The first of <c>payload</c>, <c>metadata.event</c> and <c>metadata</c> that holds anything, or the object <c>payload</c> inside it; undefined when there is none.</summary>
    public static JsonElement Of(JsonElement record)
    {
        var metadata = record.Get("metadata");
        foreach (var candidate in (ReadOnlySpan<JsonElement?>)[record.Get("payload"), metadata?.Get("event"), metadata])
        {
            if (candidate is { ValueKind: JsonValueKind.Object } found && found.EnumerateObject().Any())
                return found.Get("payload") is { ValueKind: JsonValueKind.Object } inner ? inner : found;
        }

        return default;
    }
}
