using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>
/// The answers of one round of counting, and what they prove. A service that ignores a filter answers with the total without it, and its one row may match by
/// chance: so no number is given before another one shows that each of its filters was applied.
/// </summary>
internal sealed class InsightRound(InsightPlan plan)
{
    // More than come in while it is counted.
    private const int FewestMore = 20;
    private const int ShareMore = 50;

    private readonly Dictionary<Measure, (QueryCount Answer, DateTimeOffset At)> _answers = [];
    private readonly Dictionary<FilterParameter, int?> _proofs = [];
    private QueryCount? _boundProof;
    private readonly HashSet<string> _ignored = new(StringComparer.Ordinal);

    public InsightPlan Plan => plan;

    /// <summary>Whether nothing more is asked: what has no answer by then gets none.</summary>
    public bool IsOver { get; set; }

    /// <summary>Whether all events were asked for and have no number, without which no other is given.</summary>
    public bool IsInVain => _answers.TryGetValue(Measure.Events, out var told) && told.Answer.Count is null;

    public bool IsBoundAsked => _boundProof is not null;

    public bool IsBoundProven => plan.BoundProof is null || _boundProof is { Count: 0 };

    public DateTimeOffset? At => _answers.Count == 0 ? null : _answers.Values.Max(answer => answer.At);

    public void Take(Measure measure, QueryCount answer, DateTimeOffset at)
    {
        _answers[measure] = (answer, at);
        _ignored.UnionWith(answer.Ignored);
    }

    /// <param name="count">Of the query that <see cref="InsightPlan.ProofOf"/> gives; null where it is not known.</param>
    public void Prove(FilterParameter parameter, int? count) => _proofs[parameter] = count;

    /// <param name="answer">That of <see cref="InsightPlan.BoundProof"/>.</param>
    public void ProveBound(QueryCount answer) => _boundProof = answer;

    /// <summary>Takes over what another round of the same list has proven.</summary>
    public void ProveBoundAs(InsightRound other) => _boundProof = other._boundProof;

    public MeasureCount CountOf(Measure measure)
    {
        if (plan.States[measure] is not MeasureState.NotCounted and var before)
            return new MeasureCount(before);
        if (!_answers.TryGetValue(measure, out var told))
            return new MeasureCount(IsInVain ? StateOf(_answers[Measure.Events].Answer.Problem) : IsOver ? MeasureState.Failed : MeasureState.Counting);
        var events = EventsOf(measure, told.At);
        var filters = Filters(measure).ToList();
        var state = told.Answer.Problem switch
        {
            not CountProblem.None => StateOf(told.Answer.Problem),
            _ when filters.Exists(filter => _ignored.Contains(filter.Name)) => MeasureState.Ignored,
            _ when IsBoundIgnored => MeasureState.Ignored,
            _ when filters.TrueForAll(IsProven) && IsBoundProven => MeasureState.Counted,
            _ => IsOver || IsWhole ? MeasureState.Unproven : MeasureState.Counting,
        };
        return new MeasureCount(state, state is MeasureState.Counted ? told.Answer.Count : null, events, told.At);
    }

    /// <summary>Which side applied a filter of the list.</summary>
    public AppliedBy AppliedBy(string name) => plan.Proofs.FirstOrDefault(filter => filter.Name == name) switch
    {
        _ when _ignored.Contains(name) => Counting.AppliedBy.Dashboard,
        { } filter when IsProven(filter) => Counting.AppliedBy.Api,
        { } filter when _proofs.ContainsKey(filter) => Counting.AppliedBy.Unverified,
        null when IsTime(name) && IsBoundIgnored => Counting.AppliedBy.Dashboard,
        null when _answers.Count > 0 && (IsBoundProven || !IsTime(name)) => Counting.AppliedBy.Api,
        _ => IsInVain ? Counting.AppliedBy.Unverified : Counting.AppliedBy.Pending,
    };

    private bool IsWhole => _answers.Count == plan.Counts.Count && _proofs.Count == plan.Proofs.Count && (plan.BoundProof is null || _boundProof is not null);

    // At a time without events a service that knows bounds counts none.
    private bool IsBoundIgnored => _boundProof is { Count: > 0 } or { Problem: CountProblem.Ignored };

    private int? All => Raw(Measure.Events);

    private IEnumerable<FilterParameter> Filters(Measure measure) => measure.Asked.Concat(plan.Proofs);

    private int? Raw(Measure measure) => _answers.TryGetValue(measure, out var told) ? told.Answer.Count : null;

    private bool IsProven(FilterParameter filter)
    {
        if (All is not { } all)
            return false;
        if (all == 0)
            return true;
        if (plan.Proofs.Contains(filter))
            return _proofs.GetValueOrDefault(filter) is { } count && (filter.NoSuchValue is null ? count > all + FewestMore + (all / ShareMore) : count == 0);
        if (filter == FilterCatalogue.Failed)
            return IsHalfAtMost(Measure.RefusedCommands, Raw(Measure.Commands)) || IsHalfAtMost(Measure.FailedWebhooks, Raw(Measure.Webhooks)) || IsHalfAtMost(Measure.DeliveredWebhooks, Raw(Measure.Webhooks));
        if (filter == FilterCatalogue.Product)
            return Raw(Measure.FailedWebhooks) is 0 || Measure.FailedWebhooksByProduct.Any(measure => IsHalfAtMost(measure, Raw(Measure.FailedWebhooks)));
        return plan.Counts.Any(measure => measure.Asked.FirstOrDefault() == filter && IsHalfAtMost(measure, all));
    }

    private static MeasureState StateOf(CountProblem problem) => problem switch
    {
        CountProblem.OutOfReach => MeasureState.OutOfReach,
        CountProblem.Moved => MeasureState.Moved,
        CountProblem.Ignored => MeasureState.Ignored,
        _ => MeasureState.NoTotal,
    };

    private static bool IsTime(string name) => FilterCatalogue.All.All(filter => filter.Name != name);

    private bool IsHalfAtMost(Measure measure, int? all) => all is > 0 && Raw(measure) <= all / 2;

    private CallEventQuery EventsOf(Measure measure, DateTimeOffset at)
    {
        var query = measure.In(plan.List)!;
        var isClosed = query.Range is { Exactly: not null } || query.Range.Upper?.At <= at;
        return isClosed ? query : query with { Range = query.Range with { Upper = new TimeBound(TimeComparison.AtOrBefore, InsightPlan.ToMicroseconds(at)) } };
    }
}
