using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Decoding;

/// <summary>Reads JSON whose types can't be trusted: what isn't there, or is of no use, is null.</summary>
public static class LooseJson
{
    /// <summary>The whole record, or null when the bytes are no JSON.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonElement.Parse(utf8.Span, RecordJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A property of an object; null for what is no object, lacks it, or has null there.</summary>
    public static JsonElement? Get(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A sibling's name that is half a surrogate pair can't be compared.
            return null;
        }
    }

    /// <summary>A text, number or boolean as text; null for anything else and for an empty text.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.StringOrSource() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => null,
    };

    /// <summary>The text of the first of <paramref name="names"/> that has one.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Get(name)?.Text() is { } text)
                return text;
        }

        return null;
    }

    /// <summary>The string's value, or its source where half a surrogate pair or broken UTF-8 makes it unreadable.</summary>
    public static string StringOrSource(this JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }
    }

    /// <summary>The property's name, or its source as with <see cref="StringOrSource"/>.</summary>
    public static string NameOrSource(this JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property));
        }
    }
}
