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
        Append(query, "filter[application_name][contains]", filter.ApplicationName);
        Append(query, "filter[outbound.outbound_voice_profile_id]", filter.OutboundVoiceProfileId);
        Append(query, "filter[leg_id]", filter.LegId);
        Append(query, "filter[application_session_id]", filter.ApplicationSessionId);
        Append(query, "filter[connection_id]", filter.ConnectionId);
        Append(query, "filter[product]", filter.Product);
        Append(query, "filter[failed]", filter.Failed switch { true => "true", false => "false", null => null });
        Append(query, "filter[from]", filter.From);
        Append(query, "filter[to]", filter.To);
        Append(query, "filter[name]", filter.Name);
        Append(query, "filter[type]", filter.Type);
        Append(query, "filter[status]", filter.Status);
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
