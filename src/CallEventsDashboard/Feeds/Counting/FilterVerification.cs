using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Counting;

/// <summary>Compares every row that comes in with every filter, and so finds which side applied which.</summary>
internal sealed class FilterVerification(CallEventQuery query, TimeBound? sentBound)
{
    private readonly List<(FilterParameter Parameter, string Wanted)> _filters =
        [.. FilterCatalogue.All.Select(p => (p, p.Get(query))).Where(pair => pair.Item2 is not null).Select(pair => (pair.p, pair.Item2!))];

    // Telnyx is not asked for these, so that it can't leave them out.
    private readonly List<(string Name, Func<CallEvent, FilterMatch> Check)> _own =
    [
        .. from condition in query.Conditions.All
           where condition.AnyOf.Count > 1
           select (condition.Parameter.Name, (Func<CallEvent, FilterMatch>)condition.CheckAnyOf),
        .. from condition in query.Conditions.All
           where condition.NoneOf.Count > 0
           select (condition.Parameter.ExcludedName, (Func<CallEvent, FilterMatch>)condition.CheckNoneOf),
    ];

    private readonly Dictionary<string, int> _ownTold = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Matching, int Contradicting, int Silent)> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unproven = new(StringComparer.Ordinal);
    private bool _boundIgnored;

    /// <summary>Whether the service left a filter or the bound out, so that its totals and pages are not those of the list.</summary>
    public bool IsIgnored => _boundIgnored || _counts.Values.Any(count => count.Contradicting > 0);

    /// <summary>No bound is sent, as the service refuses them: the dashboard keeps those of the query.</summary>
    public void IgnoreBounds() => _boundIgnored = true;

    /// <param name="isBounded">Whether the rows were asked for with an upper bound within that of the list.</param>
    /// <returns>Whether the rows show that the service left out one more filter.</returns>
    public bool Add(IEnumerable<CallEvent> rows, bool isBounded = true)
    {
        var ignored = IgnoredFilters;
        foreach (var row in rows)
        {
            _boundIgnored |= isBounded && row.OccurredAt is { } at && sentBound is { } bound && !bound.Includes(at);
            foreach (var (parameter, wanted) in _filters)
                Count(parameter.Name, parameter.Check(wanted, row));
            foreach (var (name, check) in _own)
                _ownTold[name] = _ownTold.GetValueOrDefault(name) + (check(row) is FilterMatch.CannotTell ? 0 : 1);
        }

        return IgnoredFilters > ignored;
    }

    /// <summary>Filters that some rows agree with and none contradicts. Those by an id are not among them: without one the service reaches less far, so that totals can't be compared.</summary>
    public IReadOnlyList<FilterParameter> Confirmed =>
        [.. _filters.Where(filter => filter.Parameter != FilterCatalogue.LegId && filter.Parameter != FilterCatalogue.ApplicationSessionId && Verdict(filter.Parameter.Name, isWhole: true) is AppliedBy.Api).Select(filter => filter.Parameter)];

    /// <summary>Takes in whether there are more events without a filter, which shows that the service applied it.</summary>
    public void Prove(string parameter, bool isApplied)
    {
        if (!isApplied)
            _unproven.Add(parameter);
    }

    /// <summary>Whether a row does not show if it matches a filter that the service left out, or one that it does not have.</summary>
    public bool CannotTell(CallEvent row) =>
        _own.Exists(filter => filter.Check(row) is FilterMatch.CannotTell) ||
        _filters.Exists(filter => _counts.GetValueOrDefault(filter.Parameter.Name).Contradicting > 0 && filter.Parameter.Check(filter.Wanted, row) is FilterMatch.CannotTell);

    /// <param name="isWhole">Whether every row of the list was read, so that none can contradict a filter any more.</param>
    public IReadOnlyDictionary<string, AppliedBy> Verdicts(bool isWhole = false)
    {
        var verdicts = new Dictionary<string, AppliedBy>(StringComparer.Ordinal);
        foreach (var parameter in ActiveFilter.Parameters(query))
            verdicts[parameter] = Verdict(parameter, isWhole);
        return verdicts;
    }

    private int IgnoredFilters => _counts.Values.Count(count => count.Contradicting > 0);

    private void Count(string name, FilterMatch result)
    {
        var (matching, contradicting, silent) = _counts.GetValueOrDefault(name);
        _counts[name] = result switch
        {
            FilterMatch.Matches => (matching + 1, contradicting, silent),
            FilterMatch.Contradicts => (matching, contradicting + 1, silent),
            _ => (matching, contradicting, silent + 1),
        };
    }

    private AppliedBy Verdict(string name, bool isWhole) => _counts.GetValueOrDefault(name) switch
    {
        _ when ActiveFilter.IsOwn(name) => AppliedBy.Dashboard,
        _ when _own.Exists(filter => filter.Name == name) => _ownTold.TryGetValue(name, out var told) ? told > 0 ? AppliedBy.Dashboard : AppliedBy.Unverified : AppliedBy.Pending,
        _ when _filters.All(filter => filter.Parameter.Name != name) => _boundIgnored ? AppliedBy.Dashboard : AppliedBy.Api,
        (0, 0, 0) => AppliedBy.Pending,
        (_, > 0, _) => AppliedBy.Dashboard,
        ( > 0, _, _) when isWhole || !_unproven.Contains(name) => AppliedBy.Api,
        _ => AppliedBy.Unverified,
    };
}
