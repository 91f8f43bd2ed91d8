using System.Globalization;
using System.Text;

namespace CallEventsDashboard.Formatting;

/// <summary>Makes text from outside safe to show, on a page or in a copy: nothing in it stays invisible or turns the line around. Logs have LogText.</summary>
public static class VisibleText
{
    private const int CellLength = 300;
    private const int WordLength = 80;
    private const char FirstStrongIsolate = '\u2068';
    private const char PopDirectionalIsolate = '\u2069';

    /// <summary>At most <paramref name="length"/> characters, never half a surrogate pair.</summary>
    public static string Clip(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>The text of a cell: on one line, escaped, and no longer than any column can show.</summary>
    public static string Cell(string text) => Line(text, CellLength);

    /// <summary>A text beside others in one string: one that is written from right to left does not reorder its neighbours.</summary>
    public static string Isolate(string text) => text.EnumerateRunes().Any(IsRightToLeft) ? $"{FirstStrongIsolate}{text}{PopDirectionalIsolate}" : text;

    /// <summary>A name or a cause within a sentence: on one line, escaped, of at most 80 characters.</summary>
    public static string Word(string text) => Line(text, WordLength);

    /// <summary>The same text on one line, escaped and clipped; an ellipsis says that more follows.</summary>
    public static string Line(string text, int length)
    {
        if (text.Length <= length && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var clipped = Clip(text, length);
        var line = string.Concat(Runs(clipped).Select(run => run.Text));
        return clipped.Length < text.Length ? line + "…" : line;
    }

    /// <summary>The runs of a text, with the occurrences of <paramref name="find"/> marked, whatever their case.</summary>
    public static IReadOnlyList<TextRun> Runs(string text, string? find = null)
    {
        var matches = MatchEnds(text, find);
        var runs = new List<TextRun>();
        var plain = new StringBuilder();
        var isMatch = false;
        var matchEnd = 0;
        for (var i = 0; i < text.Length;)
        {
            matchEnd = Math.Max(matchEnd, matches.GetValueOrDefault(i));
            var (length, escape) = Escape(text, i);
            var inMatch = i < matchEnd;
            if (plain.Length > 0 && (escape is not null || inMatch != isMatch))
                Flush();
            isMatch = inMatch;
            if (escape is null)
                plain.Append(text, i, length);
            else
                runs.Add(new TextRun(escape, true, inMatch));
            i += length;
        }

        if (plain.Length > 0)
            Flush();
        return runs;

        void Flush()
        {
            runs.Add(new TextRun(plain.ToString(), false, isMatch));
            plain.Clear();
        }
    }

    private static Dictionary<int, int> MatchEnds(string text, string? find)
    {
        var ends = new Dictionary<int, int>();
        if (string.IsNullOrEmpty(find))
            return ends;
        for (var at = text.IndexOf(find, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(find, at + find.Length, StringComparison.OrdinalIgnoreCase))
            ends[at] = at + find.Length;
        return ends;
    }

    private static (int Length, string? Escape) Escape(string text, int at)
    {
        if (text[at] is > ' ' and < '\u007f' or ' ')
            return (1, null);
        if (!Rune.TryGetRuneAt(text, at, out var rune))
            return (1, Code(text[at]));
        if (!IsUnseen(rune))
            return (rune.Utf16SequenceLength, null);
        return (rune.Utf16SequenceLength, rune.Value switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => string.Concat(rune.ToString().Select(Code)),
        });
    }

    // Hebrew, Arabic and their neighbours, with their presentation forms; the last two are the planes beyond.
    private static bool IsRightToLeft(Rune rune) => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    private static string Code(char unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        // The fillers of Hangul and the blank of Braille are letters by category and draw nothing.
        _ => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800,
    };
}
