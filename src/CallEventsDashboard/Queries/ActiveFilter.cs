using CallEventsDashboard.Formatting;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>One filter that narrows a query, as a badge shows it.</summary>
/// <param name="Parameter">Its name in a link; a bound of the time is a filter of its own.</param>
/// <param name="Label">The name of its field.</param>
/// <param name="ShortLabel">The name on the badge.</param>
/// <param name="Text">Its value in short.</param>
/// <param name="FullText">Its whole value.</param>
/// <param name="Without">The query without it.</param>
public sealed record ActiveFilter(string Parameter, string Label, string ShortLabel, string Text, string FullText, CallEventQuery Without)
{
    private const string Search = "q";
    private const string CallFailed = "call_failed";

    /// <summary>The name of the field whose values the filter takes; null for one that takes no text: a time, or a choice of the dashboard's own.</summary>
    public string? Field { get; private init; }

    /// <summary>Whether Telnyx has no such filter, so that it ignored none.</summary>
    public bool IsDashboardsOwn => IsOwn(Parameter);

    /// <summary>Whether a filter of this name in a link is one that Telnyx does not have.</summary>
    public static bool IsOwn(string parameter) => parameter is Search or CallFailed;

    /// <summary>The filters of a query in the order of a link.</summary>
    public static IReadOnlyList<ActiveFilter> From(CallEventQuery query, InstantFormat instants) =>
        [.. OfFields(query), .. OfRange(query, instants), .. OfCallFailed(query), .. OfSearch(query)];

    /// <summary>The names in a link of the filters of a query, in their order.</summary>
    public static IEnumerable<string> Parameters(CallEventQuery query) => From(query, InstantFormat.Utc).Select(filter => filter.Parameter);

    private static IEnumerable<ActiveFilter> OfFields(CallEventQuery query) =>
        from parameter in FilterCatalogue.All
        let value = parameter.Get(query)
        where value is not null
        select new ActiveFilter(parameter.Name, parameter.Label, parameter.ShortLabel, Shorten(parameter, value), value, parameter.With(query, null)) { Field = parameter.Name };

    private static IEnumerable<ActiveFilter> OfRange(CallEventQuery query, InstantFormat instants)
    {
        var range = query.Range;
        if (range.Exactly is { } instant)
            yield return OfTime(TimeParameter.Exactly, "Time", "at", Text(instant), instant, query with { Range = range with { Exactly = null } });
        if (range.Lower is { } lower)
            yield return OfTime(TimeParameter.NameOf(lower), "From time", lower.Comparison == TimeComparison.After ? "after" : "since", Text(lower.At), lower.At, query with { Range = range with { Lower = null } });
        if (range.Upper is { } upper)
            yield return OfTime(TimeParameter.NameOf(upper), "To time", upper.Comparison == TimeComparison.Before ? "before" : "until", Text(upper.At), upper.At, query with { Range = range with { Upper = null } });
        if (range.Last is { } last)
            yield return new(TimeParameter.Last, "Time range", "last", DurationParser.Write(last), DurationParser.Write(last), query with { Range = range with { Last = null } });

        string Text(DateTimeOffset at) => instants.DayAndClockWithZone(at);
    }

    private static ActiveFilter OfTime(string parameter, string label, string shortLabel, string text, DateTimeOffset at, CallEventQuery without) =>
        new(parameter, label, shortLabel, text, IsoInstant.Write(at), without);

    private static IEnumerable<ActiveFilter> OfCallFailed(CallEventQuery query) =>
        query.CallFailed ? [new(CallFailed, "Calls that failed", "only", "calls that failed", "calls that failed", query with { CallFailed = false })] : [];

    private static IEnumerable<ActiveFilter> OfSearch(CallEventQuery query) =>
        query.Search is { } text ? [new(Search, "Search", "search", text, text, query with { Search = null }) { Field = "id" }] : [];

    private static string Shorten(FilterParameter parameter, string value) => parameter.Kind switch
    {
        FilterKind.Uuid => $"{value[..Math.Min(8, value.Length)]}…",
        FilterKind.Number => NumberText.Show(value),
        FilterKind.Flag => value == "true" ? "failed" : "not failed",
        _ => value,
    };
}
