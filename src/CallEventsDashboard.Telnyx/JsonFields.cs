using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Reads a field of any JSON without an exception: what is missing or of another kind is nothing.</summary>
internal static class JsonFields
{
    public static JsonElement Field(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return default;
        try
        {
            return element.TryGetProperty(name, out var value) ? value : default;
        }
        catch (InvalidOperationException)
        {
            // Another property's name is no Unicode text.
            return default;
        }
    }

    public static string? TextField(this JsonElement element, string name) => element.Field(name).Text();

    /// <summary>A text that is not blank, or a number as it was written: ids come as either, and some exceed what a double can hold.</summary>
    public static string? Text(this JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => AnyText(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>The whole number from <paramref name="min"/> to <paramref name="max"/>, written as a number or as a text; else null.</summary>
    public static long? WholeNumber(this JsonElement value, long min, long max) =>
        decimal.TryParse(value.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number >= min && number <= max && decimal.Truncate(number) == number
            ? (long)number
            : null;

    public static bool? Boolean(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => bool.TryParse(value.Text(), out var parsed) ? parsed : null,
    };

    /// <summary>A property's name, or its raw form when that is no Unicode text.</summary>
    public static string AnyName(this JsonProperty property)
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

    /// <summary>The text of a JSON string, or its raw form (an escaped half of a surrogate pair, a stray byte) when that is no Unicode text.</summary>
    public static string AnyText(JsonElement text)
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
}
