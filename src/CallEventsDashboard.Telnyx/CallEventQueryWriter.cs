using System.Globalization;
using System.Text;

namespace CallEventsDashboard.Telnyx;

/// <summary>The query string of a request: brackets of names literal, values percent-encoded (<c>+</c> is <c>%2B</c>).</summary>
public static class CallEventQueryWriter
{
    /// <summary>Such as <c>filter[from]=%2B12025550142&amp;page[number]=1&amp;page[size]=250</c>: without a question mark, filters first, in one fixed order.</summary>
    public static string Write(CallEventFilter filter, PageRequest page)
    {
        var query = new StringBuilder();
        foreach (var (name, value) in filter.Terms())
            Append(query, name, value);
        if (filter.OccurredAt is { } bound)
            Append(query, $"filter[occurred_at][{Operator(bound.Comparison)}]", InstantText.Format(bound.At));
        Append(query, "page[number]", page.Number.ToString(CultureInfo.InvariantCulture));
        Append(query, "page[size]", page.Size.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    private static string Operator(TimeComparison comparison) => comparison switch
    {
        TimeComparison.Equal => "eq",
        TimeComparison.After => "gt",
        TimeComparison.AtOrAfter => "gte",
        TimeComparison.Before => "lt",
        _ => "lte",
    };

    private static void Append(StringBuilder query, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (query.Length > 0)
            query.Append('&');
        query.Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
