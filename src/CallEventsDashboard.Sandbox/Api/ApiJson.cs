using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CallEventsDashboard.Sandbox.Api;

/// <summary>JSON bodies as the service writes them: nothing is escaped that JSON does not demand, hostile texts included.</summary>
internal static class ApiJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Errors(params IReadOnlyList<ApiError> errors) => Write(json =>
    {
        json.WriteStartArray("errors");
        foreach (var error in errors)
            WriteError(json, error);
        json.WriteEndArray();
    });

    private static void WriteError(Utf8JsonWriter json, ApiError error)
    {
        json.WriteStartObject();
        json.WriteString("code", error.Code);
        json.WriteString("title", error.Title);
        json.WriteString("detail", error.Detail);
        if (error.Parameter is { } parameter)
        {
            json.WriteStartObject("source");
            json.WriteString("parameter", parameter);
            json.WriteEndObject();
        }

        if (error.Url is { } url)
        {
            json.WriteStartObject("meta");
            json.WriteString("url", url);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
