using System.Buffers;

namespace CallEventsDashboard.Telnyx;

/// <summary>
/// Cuts an object or an array into its parts without a look at what is in them, so that a part which is no well-formed JSON spoils no other. Brackets
/// and quotes are counted; nothing recurses.
/// </summary>
internal static class JsonSplitter
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> AfterScalar = SearchValues.Create(",]} \t\r\n"u8);

    /// <param name="members">Gets each name, without its quotes and as it is escaped, and its value; those before the fault where the text is no object.</param>
    /// <returns>Whether the whole text is one object.</returns>
    public static bool TrySplitObject(ReadOnlyMemory<byte> json, List<(ReadOnlyMemory<byte> Name, ReadOnlyMemory<byte> Value)> members) =>
        TrySplit(json, (byte)'{', (byte)'}', (name, value) => members.Add((json[name], json[value])));

    /// <returns>Whether the whole text is one array.</returns>
    public static bool TrySplitArray(ReadOnlyMemory<byte> json, List<ReadOnlyMemory<byte>> items) =>
        TrySplit(json, (byte)'[', (byte)']', (_, value) => items.Add(json[value]));

    private static bool TrySplit(ReadOnlyMemory<byte> json, byte opening, byte closing, Action<Range, Range> add)
    {
        var text = json.Span;
        var at = SkipSpace(text, 0);
        if (!IsAt(text, at, opening))
            return false;
        at = SkipSpace(text, at + 1);
        for (var isFirst = true; !(isFirst && IsAt(text, at, closing)); isFirst = false)
        {
            Range name = default;
            if (opening == (byte)'{')
            {
                var end = IsAt(text, at, (byte)'"') ? EndOfString(text, at) : -1;
                var colon = end < 0 ? -1 : SkipSpace(text, end);
                if (!IsAt(text, colon, (byte)':'))
                    return false;
                name = (at + 1)..(end - 1);
                at = SkipSpace(text, colon + 1);
            }

            var valueEnd = EndOfValue(text, at);
            if (valueEnd < 0)
                return false;
            add(name, at..valueEnd);
            at = SkipSpace(text, valueEnd);
            if (IsAt(text, at, closing))
                break;
            if (!IsAt(text, at, (byte)','))
                return false;
            at = SkipSpace(text, at + 1);
        }

        return SkipSpace(text, at + 1) == text.Length;
    }

    /// <returns>Where the value that begins here has ended; -1 when there is none, or the text ends first.</returns>
    private static int EndOfValue(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length)
            return -1;
        if (text[at] is not ((byte)'"' or (byte)'{' or (byte)'['))
        {
            var length = text[at..].IndexOfAny(AfterScalar);
            return length > 0 ? at + length : -1;
        }

        for (var depth = 0; ;)
        {
            var next = text[at..].IndexOfAny(Structure);
            if (next < 0)
                return -1;
            at += next;
            switch (text[at])
            {
                case (byte)'"':
                    at = EndOfString(text, at);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    at++;
                    break;
                default:
                    depth--;
                    at++;
                    break;
            }

            if (at < 0 || depth <= 0)
                return at;
        }
    }

    private static int EndOfString(ReadOnlySpan<byte> text, int at)
    {
        for (at++; at < text.Length;)
        {
            var next = text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
                return -1;
            at += next;
            if (text[at] == (byte)'"')
                return at + 1;
            at += 2;
        }

        return -1;
    }

    private static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return at;
    }

    private static bool IsAt(ReadOnlySpan<byte> text, int at, byte sign) => at >= 0 && at < text.Length && text[at] == sign;
}
