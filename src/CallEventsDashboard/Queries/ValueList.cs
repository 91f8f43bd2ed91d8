using System.Text;

namespace CallEventsDashboard.Queries;

/// <summary>Several values of a filter in one text: a comma between them, <c>\,</c> for a comma within a value and <c>\\</c> for a backslash.</summary>
public static class ValueList
{
    /// <summary>In UTF-16 units, for the whole text.</summary>
    public const int MaxLength = 1000;

    /// <summary>The most characters that a field takes: one more than can be used, so that a longer text is refused as too long and not cut to another one.</summary>
    public const int MaxTyped = MaxLength + 1;

    private const char Comma = ',';
    private const char Escape = '\\';

    /// <summary>The values as a link has them.</summary>
    public static string Join(IEnumerable<string> values) => string.Join(Comma, values.Select(Write));

    /// <summary>The values as a person types them, with a space behind each comma.</summary>
    public static string Show(IEnumerable<string> values) => string.Join(", ", values.Select(Write));

    /// <summary>The values of a text, as they stand in it, with the spaces around them, one more than it has commas. A backslash before anything else stands for itself.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == Escape && at + 1 < text.Length && text[at + 1] is Comma or Escape)
            {
                value.Append(text[++at]);
            }
            else if (text[at] == Comma)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(text[at]);
            }
        }

        values.Add(value.ToString());
        return values;
    }

    private static string Write(string value) =>
        value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal);
}
