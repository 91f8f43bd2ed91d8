using System.Text;
using System.Text.RegularExpressions;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>The very text of a field in a record, by which a text search finds the records that have it and no others.</summary>
internal static partial class RecordSnippet
{
    /// <summary>The field with its whole value; null where the record does not write it plainly.</summary>
    public static string? OfCause(CallEvent row, string cause) => Find(Cause(), row, cause);

    /// <summary>The field with the beginning of its value, up to the character behind the host; null where the record does not write it plainly.</summary>
    public static string? OfHost(CallEvent row, string host) => Find(Address(), row, host);

    private static string? Find(Regex field, CallEvent row, string value)
    {
        foreach (Match match in field.Matches(Encoding.UTF8.GetString(row.Raw.Span)))
        {
            if (match.Groups["value"].Value.Equals(value, StringComparison.OrdinalIgnoreCase) && match.Length <= FilterValue.MaxLength)
                return match.Value;
        }

        return null;
    }

    [GeneratedRegex("\"hangup_cause\"\\s*:\\s*\"(?<value>[^\"\\\\]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cause();

    [GeneratedRegex("\"delivered_to\"\\s*:\\s*\"https?:(?:\\\\?/){2}(?<value>[^/\"\\\\?#]+)[/\"\\\\?#]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
