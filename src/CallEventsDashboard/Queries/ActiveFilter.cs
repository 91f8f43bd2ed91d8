using System.Globalization;
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
    private const int FewValues = 3;

    /// <summary>The name of the field whose values the filter takes; null for one that takes no text: a time, or a choice of the dashboard's own.</summary>
    public string? Field { get; private init; }

    /// <summary>Whether it looks for several values, or excludes some: the dashboard checks each event.</summary>
    public bool IsFilteredHere { get; private init; }

    /// <summary>Whether Telnyx has no such filter, so that it ignored none.</summary>
    public bool IsDashboardsOwn => IsFilteredHere || IsOwn(Parameter);

    /// <summary>The values one by one.</summary>
    public IReadOnlyList<string> Values { get; private init; } = [];

    /// <summary>Whether a filter of this name in a link is one that Telnyx does not have.</summary>
    public static bool IsOwn(string parameter) => parameter is Search or CallFailed;

    /// <summary>The filters of a query in the order of a link.</summary>
    public static IReadOnlyList<ActiveFilter> From(CallEventQuery query, InstantFormat instants) =>
        [.. OfFields(query), .. OfRange(query, instants), .. OfCallFailed(query), .. OfSearch(query)];

    /// <summary>The names in a link of the filters of a query, in their order.</summary>
    public static IEnumerable<string> Parameters(CallEventQuery query) => From(query, InstantFormat.Utc).Select(filter => filter.Parameter);

    /// <summary>The filter with its values as they may be seen.</summary>
    /// <param name="see">Gives the text for a value of a field, by the name of the field and the value.</param>
    public ActiveFilter Seen(Func<string, string, string> see)
    {
        if (Field is not { } field)
            return this;
        var seen = Values.Select(value => see(field, value)).ToList();
        return seen.SequenceEqual(Values, StringComparer.Ordinal) ? this : this with { Text = Few(seen), FullText = string.Join(", ", seen) };
    }

    private static IEnumerable<ActiveFilter> OfFields(CallEventQuery query)
    {
        foreach (var condition in query.Conditions.All)
        {
            if (condition.AnyOf.Count > 0)
                yield return OfCondition(query, condition, condition.AnyOf, isExcluded: false);
            if (condition.NoneOf.Count > 0)
                yield return OfCondition(query, condition, condition.NoneOf, isExcluded: true);
        }
    }

    private static ActiveFilter OfCondition(CallEventQuery query, FilterCondition condition, IReadOnlyList<string> values, bool isExcluded)
    {
        var parameter = condition.Parameter;
        var isPlain = !isExcluded && values.Count == 1;
        var without = query with { Conditions = query.Conditions.With(new(parameter, isExcluded ? condition.AnyOf : [], isExcluded ? [] : condition.NoneOf)) };
        var verb = ConditionText.Verb(parameter, values.Count, isExcluded);
        return new ActiveFilter(
            isExcluded ? parameter.ExcludedName : parameter.Name,
            isPlain ? parameter.Label : $"{parameter.Label} {verb}",
            isPlain ? parameter.ShortLabel : $"{(parameter.Kind is FilterKind.Flag ? "delivery" : parameter.ShortLabel)} {verb}",
            Few([.. values.Select(value => Shorten(parameter, value))]),
            string.Join(", ", values),
            without)
        {
            Field = parameter.Name,
            Values = values,
            IsFilteredHere = !isPlain,
        };
    }

    private static string Few(List<string> values) =>
        values.Count <= FewValues + 1 ? string.Join(", ", values) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", values.Take(FewValues))} and {values.Count - FewValues} more");

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
        query.Search is { } text ? [new(Search, "Search", "search", text, text, query with { Search = null }) { Field = "id", Values = [text] }] : [];

    private static string Shorten(FilterParameter parameter, string value) => parameter.Kind switch
    {
        FilterKind.Uuid => $"{value[..Math.Min(8, value.Length)]}…",
        FilterKind.Number => NumberText.Show(value),
        FilterKind.Flag => value == "true" ? "failed" : "not failed",
        _ => value,
    };
}
