using System.Runtime.InteropServices;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>Writes JSON so that equal values give equal bytes: names in ordinal order, no white space, one way to escape; numbers stay as they were written.</summary>
internal static class CanonicalJson
{
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var (name, member) in value.EnumerateObject().Select(p => (Name: p.AnyName(), p.Value)).OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(JsonFields.AnyText(value));
                break;
            case JsonValueKind.Undefined:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
                break;
        }
    }
}
