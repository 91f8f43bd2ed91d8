using System.Text;
using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Components.Events;

/// <summary>Cells as a table in Markdown. What is in a cell stays its text, and no markup or picture; who shows it may still make links of addresses.</summary>
internal static class MarkdownTable
{
    private const string Escaped = @"\`*_{}[]()#!|~$";

    /// <summary>Lines end in a line feed.</summary>
    public static string Write(IReadOnlyList<string> heads, IEnumerable<IEnumerable<string?>> rows)
    {
        var table = new StringBuilder();
        Line(table, heads);
        Line(table, heads.Select(_ => "---"), isPlain: true);
        foreach (var row in rows)
            Line(table, row);
        return table.ToString();
    }

    private static void Line(StringBuilder table, IEnumerable<string?> cells, bool isPlain = false)
    {
        table.Append('|');
        foreach (var cell in cells)
        {
            table.Append(' ');
            if (isPlain)
                table.Append(cell);
            else
                Cell(table, VisibleText.Cell(cell ?? ""));
            table.Append(" |");
        }

        table.Append('\n');
    }

    private static void Cell(StringBuilder table, string text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => table.Append("&amp;"),
                '<' => table.Append("&lt;"),
                '>' => table.Append("&gt;"),
                '@' => table.Append("&#64;"),
                _ when Escaped.Contains(letter, StringComparison.Ordinal) => table.Append('\\').Append(letter),
                _ => table.Append(letter),
            };
        }
    }
}
