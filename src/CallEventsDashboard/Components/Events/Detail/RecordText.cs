using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events.Detail;

/// <summary>A record's JSON as a person pastes it: indented, letters of every language as they are, what can't be seen escaped.</summary>
public static class RecordText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(ReadOnlyMemory<byte> raw)
    {
        try
        {
            var text = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(text, Indented))
                JsonElement.Parse(raw.Span, RecordJson.Options).WriteTo(writer);
            return Encoding.UTF8.GetString(text.WrittenSpan);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return Encoding.UTF8.GetString(raw.Span);
        }
    }
}
