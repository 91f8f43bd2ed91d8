using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace CallEventsDashboard.Telnyx;

/// <summary>
/// JSON may hold text that is no Unicode: stray bytes, or the escape of half a surrogate pair (a text that was cut in the middle of an emoji).
/// Every reader of such a text throws; so it is mended once, before anyone reads it.
/// </summary>
public static class WellFormedText
{
    private const int EscapeLength = 6;

    /// <summary>The same JSON with U+FFFD for what is no Unicode text; the escapes are mended in place.</summary>
    public static ReadOnlyMemory<byte> Mend(Memory<byte> json)
    {
        var text = Utf8.IsValid(json.Span) ? json : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        MendEscapes(text.Span);
        return text;
    }

    private static void MendEscapes(Span<byte> json)
    {
        for (var i = 0; ;)
        {
            var next = json[i..].IndexOf((byte)'\\');
            if (next < 0)
                return;
            i += next;
            if (CodeUnit(json[i..]) is not { } unit)
            {
                i = Math.Min(i + 2, json.Length);
                continue;
            }
            var isPair = char.IsHighSurrogate(unit) && CodeUnit(json[(i + EscapeLength)..]) is { } low && char.IsLowSurrogate(low);
            if (!isPair && char.IsSurrogate(unit))
                "FFFD"u8.CopyTo(json[(i + 2)..]);
            i += isPair ? 2 * EscapeLength : EscapeLength;
        }
    }

    private static char? CodeUnit(ReadOnlySpan<byte> escape) =>
        escape.Length >= EscapeLength && escape.StartsWith("\\u"u8)
        && Utf8Parser.TryParse(escape[2..EscapeLength], out ushort unit, out var consumed, 'x') && consumed == 4
            ? (char)unit
            : null;
}
