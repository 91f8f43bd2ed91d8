using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CallEventsDashboard.Telnyx;

/// <summary>
/// Writes JSON as bytes that are equal for equal values, to be hashed: names in the ordinal order of what was sent, no white space, texts unescaped, numbers as they were written.
/// Each part has its kind and its length before it, so that no text can pass for structure.
/// </summary>
internal static class CanonicalJson
{
    public static void Write(ArrayBufferWriter<byte> output, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var members = value.EnumerateObject().ToArray();
                Array.Sort(members, static (a, b) => JsonMarshal.GetRawUtf8PropertyName(a).SequenceCompareTo(JsonMarshal.GetRawUtf8PropertyName(b)));
                WriteHead(output, value.ValueKind, members.Length);
                foreach (var member in members)
                {
                    var name = JsonMarshal.GetRawUtf8PropertyName(member);
                    Write(output, JsonValueKind.String, IsEscaped(name) ? Encoding.UTF8.GetBytes(member.NameOrSource()) : name);
                    Write(output, member.Value);
                }
                break;
            case JsonValueKind.Array:
                WriteHead(output, value.ValueKind, value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                    Write(output, item);
                break;
            case JsonValueKind.String:
                var text = JsonMarshal.GetRawUtf8Value(value)[1..^1];
                Write(output, value.ValueKind, IsEscaped(text) ? Encoding.UTF8.GetBytes(value.StringOrSource()) : text);
                break;
            case JsonValueKind.Number:
                Write(output, value.ValueKind, JsonMarshal.GetRawUtf8Value(value));
                break;
            default:
                WriteHead(output, value.ValueKind, 0);
                break;
        }
    }

    public static void Write(ArrayBufferWriter<byte> output, string? text)
    {
        if (text is null)
            WriteHead(output, JsonValueKind.Null, 0);
        else
            Write(output, JsonValueKind.String, Encoding.UTF8.GetBytes(text));
    }

    public static void Write(ArrayBufferWriter<byte> output, long number)
    {
        WriteHead(output, JsonValueKind.Number, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(output.GetSpan(sizeof(long)), number);
        output.Advance(sizeof(long));
    }

    private static void Write(ArrayBufferWriter<byte> output, JsonValueKind kind, ReadOnlySpan<byte> content)
    {
        WriteHead(output, kind, content.Length);
        output.Write(content);
    }

    private static void WriteHead(ArrayBufferWriter<byte> output, JsonValueKind kind, int length)
    {
        var head = output.GetSpan(1 + sizeof(int));
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(head[1..], length);
        output.Advance(1 + sizeof(int));
    }

    private static bool IsEscaped(ReadOnlySpan<byte> text) => text.Contains((byte)'\\');
}
