using System.Buffers;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>How records are parsed, wherever one is: to a depth that everything which walks through a record can bear.</summary>
public static class RecordJson
{
    /// <summary>Objects and arrays within each other, the record itself included.</summary>
    public const int MaxDepth = 512;

    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>Leaves out what nests deeper than <see cref="MaxDepth"/>. Takes time in proportion to the text, which a document of such a depth does not.</summary>
    /// <returns>A text that <see cref="Options"/> can parse, in which null stands for what was left out; null when the text is no well-formed JSON.</returns>
    internal static ReadOnlyMemory<byte>? Cut(ReadOnlyMemory<byte> json)
    {
        var kept = new ArrayBufferWriter<byte>(json.Length + 1);
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = int.MaxValue });
        var written = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || reader.CurrentDepth < MaxDepth)
                    continue;
                kept.Write(json.Span[written..(int)reader.TokenStartIndex]);
                kept.Write("null"u8);
                reader.Skip();
                written = (int)reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        kept.Write(json.Span[written..]);
        return kept.WrittenMemory;
    }
}
