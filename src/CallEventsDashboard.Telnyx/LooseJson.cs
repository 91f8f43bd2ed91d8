using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Reads JSON whose form can't be trusted: records and their payloads, errors, metadata, totals. Nothing here throws.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>What is missing, null, of another kind than asked for, or inside something that is no object, is <c>default</c> or null: there is one kind of absence.</item>
/// <item>Names are compared exactly, case included; of a name that is there twice the last one counts.</item>
/// <item>A text is a string that is not blank, as it was sent, or a number as it was written: ids come as either, and some exceed what a double can hold.
/// Booleans, objects and arrays are no texts; nor is a string that is no Unicode text (half a surrogate pair, a stray byte).</item>
/// <item>Whole numbers and booleans may be written as strings, too (<c>"10"</c>, <c>"true"</c>); <c>1e1</c> and <c>10.0</c> are whole.</item>
/// <item>Where all that was sent is shown or hashed, a name or string that is no Unicode text is given as its source.</item>
/// <item>Objects and arrays nest <see cref="RecordJson.MaxDepth"/> deep at most; what nests deeper is no JSON here.</item>
/// </list>
/// </remarks>
public static class LooseJson
{
    /// <returns><c>default</c>, of kind <see cref="JsonValueKind.Undefined"/>, when the bytes are no JSON.</returns>
    public static JsonElement Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonElement.Parse(utf8, RecordJson.Options);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A member of an object; <c>default</c> where there is none, or null.</summary>
    public static JsonElement Field(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return default;
        try
        {
            return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : default;
        }
        catch (InvalidOperationException)
        {
            // Another member's name is no Unicode text.
            return default;
        }
    }

    /// <summary>The elements of an array; none of anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [];

    public static string? Text(this JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => StringOrNull(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>The text of the first of <paramref name="names"/> that has one.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Field(name).Text() is { } text)
                return text;
        }

        return null;
    }

    /// <summary>The whole number from <paramref name="min"/> to <paramref name="max"/>, both inclusive; else null.</summary>
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

    /// <summary>A member's name, or its source.</summary>
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

    /// <summary>A string's value, however blank, or its source. For an element of kind <see cref="JsonValueKind.String"/>.</summary>
    public static string StringOrSource(this JsonElement text) => StringOrNull(text) ?? Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(text)[1..^1]);

    private static string? StringOrNull(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
