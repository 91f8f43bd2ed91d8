using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Counting;

/// <summary>Compares every row that comes in with every filter, and so tells who applied which.</summary>
internal sealed class EchoTally(CallEventQuery query, TimeBound? sentBound)
{
    private readonly List<(FilterParameter Parameter, string Wanted)> _filters =
        [.. FilterParameter.All.Select(p => (p, p.Get(query))).Where(pair => pair.Item2 is not null).Select(pair => (pair.p, pair.Item2!))];

    private readonly Dictionary<string, (int Matching, int Contradicting, int Silent)> _counts = new(StringComparer.Ordinal);
    private bool _boundIgnored;

    /// <summary>Whether the service left a filter or the bound out, so that its totals and pages are not those of the list.</summary>
    public bool IsIgnored => _boundIgnored || _counts.Values.Any(count => count.Contradicting > 0);

    public void Add(IEnumerable<CallEvent> rows)
    {
        foreach (var row in rows)
        {
            _boundIgnored |= row.OccurredAt is { } at && sentBound is { } bound && !bound.Includes(at);
            foreach (var (parameter, wanted) in _filters)
                Count(parameter.Name, EchoCheck.Check(parameter, wanted, row));
        }
    }

    public IReadOnlyDictionary<string, AppliedBy> Verdicts()
    {
        var verdicts = new Dictionary<string, AppliedBy>(StringComparer.Ordinal);
        foreach (var active in ActiveFilter.Of(query))
            verdicts[active.Parameter] = Verdict(active.Parameter);
        return verdicts;
    }

    private void Count(string name, EchoResult result)
    {
        var (matching, contradicting, silent) = _counts.GetValueOrDefault(name);
        _counts[name] = result switch
        {
            EchoResult.Matches => (matching + 1, contradicting, silent),
            EchoResult.Contradicts => (matching, contradicting + 1, silent),
            _ => (matching, contradicting, silent + 1),
        };
    }

    private AppliedBy Verdict(string name) => _counts.GetValueOrDefault(name) switch
    {
        _ when ActiveFilter.IsOwn(name) => AppliedBy.Dashboard,
        _ when _filters.All(filter => filter.Parameter.Name != name) => _boundIgnored ? AppliedBy.Dashboard : AppliedBy.Api,
        (0, 0, 0) => AppliedBy.Pending,
        (_, > 0, _) => AppliedBy.Dashboard,
        ( > 0, _, _) => AppliedBy.Api,
        _ => AppliedBy.Unverified,
    };
}
