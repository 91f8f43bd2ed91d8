using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>What a record says about the call. Nothing in it can be relied on: what is missing or of another kind is null.</summary>
internal static class Payload
{
    /// <summary>Parsed anew each time: only the few events that decide something are asked.</summary>
    public static JsonElement Find(CallEvent callEvent)
    {
        try
        {
            return CallEventBody.Payload(JsonElement.Parse(callEvent.Raw.Span, RecordJson.Options));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A text that is not blank, or a number as it was written.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            if (!element.TryGetProperty(name, out var value))
                return null;
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
            return string.IsNullOrWhiteSpace(text) ? null : text;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, in a name or in the value, is no text.
            return null;
        }
    }
}
