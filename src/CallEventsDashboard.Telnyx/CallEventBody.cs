using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Where a record keeps what is said about the call.</summary>
public static class CallEventBody
{
    /// <summary>
    /// The webhook's inner payload, or a command's parameters: the first object with anything in it of <c>payload</c>, <c>metadata.event</c>
    /// and <c>metadata</c>; from it, once, into its own object <c>payload</c>.
    /// </summary>
    /// <returns>Always an object, or <c>default</c> (of kind <see cref="JsonValueKind.Undefined"/>) when the record has none.</returns>
    public static JsonElement Payload(CallEvent callEvent) => Payload(LooseJson.Parse(callEvent.Raw.Span));

    /// <inheritdoc cref="Payload(CallEvent)"/>
    public static JsonElement Payload(JsonElement record)
    {
        var body = Find(record);
        var inner = body.Field("payload");
        return inner.ValueKind == JsonValueKind.Object ? inner : body;
    }

    /// <summary>The same before the last step: around a webhook's payload this has its id, its type and its time.</summary>
    internal static JsonElement Find(JsonElement record)
    {
        var metadata = record.Field("metadata");
        return FirstFilled(record.Field("payload"), metadata.Field("event"), metadata);
    }

    private static JsonElement FirstFilled(params ReadOnlySpan<JsonElement> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.ValueKind == JsonValueKind.Object && candidate.GetPropertyCount() > 0)
                return candidate;
        }
        return default;
    }
}
