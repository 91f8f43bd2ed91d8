using System.Text.RegularExpressions;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Urls;

/// <summary>A query as a link writes it. <c>Parse(Format(q)).Query == q</c>, and equal queries have equal links.</summary>
public static partial class CallEventQueryString
{
    private const int MaxKeyNameLength = 100;

    /// <summary>Reads a query string, with or without its question mark, in the dashboard's spelling or the API's. Never throws.</summary>
    public static ParsedQuery Parse(string queryString)
    {
        var unescaped = LinkRepair.WithoutEntities(queryString);
        var written = QueryParts.Split(unescaped);
        List<QueryProblem> corrections = unescaped == queryString ? [] : [QueryProblem.Corrected("&amp;", "“&amp;” in this link was read as “&”.")];
        var (query, problems) = Read(written);
        var unused = Unused(query, problems);
        foreach (var (parts, correction) in unused > 0 ? LinkRepair.Readings(written) : [])
        {
            var (otherQuery, otherProblems) = Read(parts);
            if (Unused(otherQuery, otherProblems) is var otherUnused && otherUnused < unused)
                (query, problems, unused, corrections) = (otherQuery, otherProblems, otherUnused, [.. corrections.Where(earlier => earlier.Parameter == "&amp;"), correction]);
        }

        return new(query, [.. corrections, .. problems], corrections.Count == 0 && written.SequenceEqual(Write(query)));
    }

    /// <summary>Empty for the default query, else <c>?a=b&amp;…</c> in the order of the published table.</summary>
    public static string Format(CallEventQuery query) => QueryParts.Join(Write(query));

    /// <summary>Whether a text can be the fingerprint of an event.</summary>
    internal static bool IsFingerprint(string text) => text.Length <= FilterValue.MaxLength && Fingerprint().IsMatch(text);

    private static (CallEventQuery Query, IReadOnlyList<QueryProblem> Problems) Read(List<(string Name, string Value)> written)
    {
        var parts = new LinkParts(written);
        var conditions = FilterCatalogue.All.Aggregate(QueryConditions.None, (read, parameter) => read.With(ConditionLink.Read(parts, parameter)));
        var query = CallEventQuery.Default with
        {
            Conditions = conditions,
            Range = TimeRangeLink.Read(parts),
            Order = ReadOrder(parts),
            CallFailed = ReadCallFailed(parts),
            Search = ReadText(parts, ParameterNames.Search, FilterValue.MaxLength),
            Event = ReadEvent(parts),
            Key = ReadKey(parts),
        };
        return (query, parts.Problems());
    }

    // A number takes any text, so that a damaged one is no problem by itself.
    private static int Unused(CallEventQuery query, IReadOnlyList<QueryProblem> problems) =>
        problems.Count + query.Conditions.All.Where(condition => condition.Parameter.Kind is FilterKind.Number)
            .SelectMany(condition => condition.AnyOf.Concat(condition.NoneOf)).Count(number => !NumberText.IsE164(number));

    private static List<(string Name, string Value)> Write(CallEventQuery query)
    {
        List<(string Name, string? Value)> parts =
        [
            .. query.Conditions.All.SelectMany(Write),
            .. TimeRangeLink.Write(query.Range),
            (ParameterNames.Order, query.Order == EventOrder.Oldest ? "oldest" : null),
            (ParameterNames.CallFailed, query.CallFailed ? "true" : null),
            (ParameterNames.Search, query.Search),
            (ParameterNames.Event, query.Event),
            (ParameterNames.Key, query.Key),
        ];
        return [.. from part in parts where !string.IsNullOrEmpty(part.Value) select (part.Name, part.Value)];
    }

    private static IEnumerable<(string Name, string? Value)> Write(FilterCondition condition) =>
    [
        (condition.Parameter.Name, ValueList.Join(condition.AnyOf)),
        (condition.Parameter.ExcludedName, ValueList.Join(condition.NoneOf)),
    ];

    private static EventOrder ReadOrder(LinkParts parts)
    {
        switch (parts.Take(ParameterNames.Order)?.Trim().ToLowerInvariant())
        {
            case "oldest":
                return EventOrder.Oldest;
            case null or "newest":
                return EventOrder.Newest;
            default:
                parts.Refuse(ParameterNames.Order, "Choose one of newest, oldest.");
                return EventOrder.Newest;
        }
    }

    private static bool ReadCallFailed(LinkParts parts)
    {
        switch (parts.Take(ParameterNames.CallFailed)?.Trim().ToLowerInvariant())
        {
            case "true":
                return true;
            case null:
                return false;
            default:
                parts.Refuse(ParameterNames.CallFailed, "Its only value is true; leave it out for all events.");
                return false;
        }
    }

    private static string? ReadEvent(LinkParts parts)
    {
        if (parts.Take(ParameterNames.Event) is not { } value)
            return null;
        if (IsFingerprint(value))
            return value;
        parts.Refuse(ParameterNames.Event, "Open the event in the list and copy its link again.");
        return null;
    }

    private static string? ReadKey(LinkParts parts)
    {
        if (parts.Take(ParameterNames.Key) is not { } value)
            return null;
        if (!LooksLikeSecret().IsMatch(value))
            return Text(parts, ParameterNames.Key, value, MaxKeyNameLength);
        parts.Refuse(ParameterNames.Key, "It contains what looks like an API key. A link carries a key's name only; treat the key as leaked.", mayShowValue: false);
        return null;
    }

    private static string? ReadText(LinkParts parts, string name, int maxLength) =>
        parts.Take(name) is { } value ? Text(parts, name, value, maxLength) : null;

    private static string? Text(LinkParts parts, string name, string value, int maxLength)
    {
        var text = value.Trim();
        if (text.Length > 0 && text.Length <= maxLength && PlainText.IsPlain(text))
            return text;
        parts.Refuse(name, text.Length == 0 ? "It is empty: give it a value or remove it."
            : text.Length > maxLength ? $"It is longer than {maxLength} characters; shorten it."
            : "It contains invisible characters; remove them.");
        return null;
    }

    [GeneratedRegex(@"\A[0-9]{1,20}-[0-9a-f]{16}(?:~[0-9]{1,6})?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fingerprint();

    // The form of Telnyx's API keys.
    [GeneratedRegex(@"KEY[0-9A-F]{16}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LooksLikeSecret();
}
