using System.Buffers;

namespace CallEventsDashboard.Exports;

/// <summary>A text as a cell that no spreadsheet takes for a formula.</summary>
internal static class CsvCell
{
    private const char Text = '\'';

    // Their full-width forms are taken for the same by spreadsheets of East Asia.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n\0＝＋－＠");

    /// <summary>The text behind an apostrophe where its first character begins a formula; a phone number with its plus sign, too.</summary>
    public static string Neutral(string? text) => text switch
    {
        null or "" => "",
        _ when Formula.Contains(text[0]) => Text + text,
        _ => text,
    };
}
