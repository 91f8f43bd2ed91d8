using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Urls;

/// <summary>The part of a session that a person looks at, as its address writes it behind the query: <c>tab</c>, <c>scale</c>, <c>leg</c>, <c>only</c>.</summary>
/// <param name="Tab">One of <see cref="Tabs"/>; null for the events, which are the default.</param>
/// <param name="Scale">One of <see cref="Scales"/>; null for the true one, which is the default.</param>
/// <param name="Leg">The leg whose events are listed, a UUID in canonical form; null for those of all.</param>
/// <param name="Only">Which marks of the timeline are shown: some of <see cref="Marks"/> in their order, with a comma between two; null for all.</param>
public sealed record SessionPlace(string? Tab = null, string? Scale = null, string? Leg = null, string? Only = null)
{
    private const string TabName = "tab";
    private const string ScaleName = "scale";
    private const string LegName = "leg";
    private const string OnlyName = "only";

    public static SessionPlace Default { get; } = new();

    public static IReadOnlyList<string> Tabs { get; } = ["ladder", "timings", "effects"];

    public static IReadOnlyList<string> Scales { get; } = ["compressed", "true"];

    /// <summary>The families of events; and <c>failed</c>, which leaves only the failed ones of these.</summary>
    public static IReadOnlyList<string> Marks { get; } = [.. Enum.GetNames<EventFamily>().Select(family => family.ToLowerInvariant()), "failed"];

    /// <summary>Takes the place out of a query string. Never throws.</summary>
    /// <returns>The place, the query string without it (and without its question mark), what of it could not be used, and whether it is written as <see cref="Format"/> writes it.</returns>
    public static (SessionPlace Place, string Query, IReadOnlyList<QueryProblem> Problems, bool IsCanonical) Read(string queryString)
    {
        var written = queryString.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var own = QueryParts.Split(string.Join('&', written.Where(IsOwn)));
        List<QueryProblem> problems = [];
        var place = new SessionPlace(
            Take(own, TabName, text => Tabs.FirstOrDefault(tab => tab == text), $"Choose one of {string.Join(", ", Tabs)}.", problems),
            Take(own, ScaleName, text => Scales.FirstOrDefault(scale => scale == text), $"Choose one of {string.Join(", ", Scales)}.", problems),
            Take(own, LegName, UuidText.Parse, "Copy the whole ID of the leg.", problems),
            TakeOnly(own, problems));
        var rest = string.Join('&', written.Where(part => !IsOwn(part)));
        var query = rest.Length == 0 ? "" : $"?{rest}";
        return (place, rest, problems, query + place.Format(query) == (written.Length == 0 ? "" : $"?{string.Join('&', written)}"));
    }

    /// <summary>Empty for the default place, else what follows a query string.</summary>
    /// <param name="query">Empty, or with its question mark.</param>
    public string Format(string query)
    {
        var parts = QueryParts.Join(new[] { (TabName, Tab), (ScaleName, Scale), (LegName, Leg), (OnlyName, Only) }.Where(part => part.Item2 is not null).Select(part => (part.Item1, part.Item2!)));
        return query.Length == 0 || parts.Length == 0 ? parts : $"&{parts[1..]}";
    }

    private static bool IsOwn(string part) => part.Split('=')[0] is TabName or ScaleName or LegName or OnlyName;

    /// <summary>Those that are wanted of <see cref="Marks"/>, as an address writes them; null for none.</summary>
    public static string? FormatOnly(IReadOnlyCollection<string> wanted) => Marks.Where(wanted.Contains).ToList() is { Count: > 0 } marks ? string.Join(',', marks) : null;

    private static string? TakeOnly(List<(string Name, string Value)> parts, List<QueryProblem> problems)
    {
        var wayOut = $"Choose of {string.Join(", ", Marks)}.";
        if (Take(parts, OnlyName, text => text, wayOut, problems) is not { } text)
            return null;
        string[] wanted = text.Split(',');
        var only = FormatOnly(wanted);
        if (wanted.FirstOrDefault(name => !Marks.Contains(name)) is { } other)
            problems.Add(only is null ? QueryProblem.Malformed(OnlyName, text, wayOut) : QueryProblem.PartlyUsed(OnlyName, other, wayOut));
        return only;
    }

    private static string? Take(List<(string Name, string Value)> parts, string name, Func<string, string?> read, string wayOut, List<QueryProblem> problems)
    {
        string[] values = [.. parts.Where(part => part.Name == name).Select(part => part.Value)];
        if (values.Length > 1)
            problems.Add(QueryProblem.Repeated(name, values[1]));
        if (values is not [var first, ..])
            return null;
        var value = read(first);
        if (value is null)
            problems.Add(QueryProblem.Malformed(name, first, wayOut));
        return value;
    }
}
