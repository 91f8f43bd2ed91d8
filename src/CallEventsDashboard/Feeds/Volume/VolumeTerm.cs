using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Volume;

/// <summary>A query whose events Telnyx can count, and whether they are added to those of a list or taken from them.</summary>
internal readonly record struct VolumeTerm(CallEventQuery Query, int Sign)
{
    // Each costs as much as a list of its own.
    private const int Most = 8;

    /// <summary>
    /// What the count of a list is made of: itself, or where it wants several values of a filter, the sum of those; where it excludes some, all without them.
    /// </summary>
    /// <returns>None where the counts of Telnyx don't give it.</returns>
    public static IReadOnlyList<VolumeTerm> From(CallEventQuery query)
    {
        if (!query.IsDashboardsOwn)
            return [new(query, 1)];
        if (query.Search is not null || query.CallFailed || query.Party is not null)
            return [];
        IReadOnlyList<VolumeTerm> terms = [new(query, 1)];
        foreach (var condition in query.Conditions.All.Where(condition => condition.IsFilteredHere))
        {
            terms = CanBeSummed(condition) ? [.. terms.SelectMany(term => Split(term, condition))] : [];
            if (terms.Count is 0 or > Most)
                return [];
        }

        return terms;
    }

    // An event that does not carry the field is not excluded for certain, and yet is among all: names and types are carried by each.
    private static bool CanBeSummed(FilterCondition condition) =>
        (condition.NoneOf.Count == 0 || condition.Parameter == FilterCatalogue.EventName || condition.Parameter == FilterCatalogue.Type)
        && !condition.Parameter.MatchesParts
        && condition.AnyOf.Concat(condition.NoneOf).Distinct(StringComparer.OrdinalIgnoreCase).Count() == condition.AnyOf.Count + condition.NoneOf.Count;

    private static IEnumerable<VolumeTerm> Split(VolumeTerm term, FilterCondition condition)
    {
        var parameter = condition.Parameter;
        return condition.AnyOf.Count > 0
            ? condition.AnyOf.Select(value => term with { Query = parameter.Only(term.Query, value) })
            : [term with { Query = parameter.Only(term.Query, "") }, .. condition.NoneOf.Select(value => new VolumeTerm(parameter.Only(term.Query, value), -term.Sign))];
    }
}
