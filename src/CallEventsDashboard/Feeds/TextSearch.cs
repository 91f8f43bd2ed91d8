using System.Text;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Finds a text anywhere in a record: names, numbers, ids, metadata.</summary>
internal static class TextSearch
{
    public static bool Matches(CallEvent row, string text) => Encoding.UTF8.GetString(row.Raw.Span).Contains(text, StringComparison.OrdinalIgnoreCase);
}
