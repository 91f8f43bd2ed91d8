using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>What is asked to count the measures of a list, and what that costs.</summary>
internal sealed class InsightPlan
{
    private const int RequestsBetween = 3;

    private InsightPlan(CallEventQuery list, DateTimeOffset now)
    {
        List = list with { Range = Fixed(list.Range, now) };
        var plan = FilterPlan.For(List, now);
        States = Measure.All.ToDictionary(measure => measure, measure => Before(measure, plan));
        Counts = [.. Measure.All.Where(measure => States[measure] is MeasureState.NotCounted)];
        Proofs = Counts.Count == 0 ? [] : [.. List.Conditions.All.Where(condition => condition.Single is not null && !ReachesFurther(condition.Parameter)).Select(condition => condition.Parameter)];
        BoundProof = Counts.Count == 0 ? null : (plan.Filter.OccurredAt ?? plan.LocalLower)?.Comparison switch
        {
            null => null,
            TimeComparison.After or TimeComparison.AtOrAfter => new TimeBound(TimeComparison.AtOrAfter, now + CallEventFilter.Horizon),
            TimeComparison.Equal => new TimeBound(TimeComparison.Equal, DateTimeOffset.UnixEpoch),
            _ => new TimeBound(TimeComparison.Before, DateTimeOffset.UnixEpoch),
        };
        IsBetween = plan is { LocalLower: not null, Filter.OccurredAt: not null, RangeCoverage: RangeCoverage.Whole };
    }

    /// <summary>The list, its range counted from when the plan was made.</summary>
    public CallEventQuery List { get; }

    /// <summary>What is known of each measure before anything is asked.</summary>
    public IReadOnlyDictionary<Measure, MeasureState> States { get; }

    /// <summary>The measures that Telnyx is asked for; all events are the first of them.</summary>
    public IReadOnlyList<Measure> Counts { get; }

    /// <summary>Filters of the list of which it is asked whether Telnyx applies them.</summary>
    public IReadOnlyList<FilterParameter> Proofs { get; }

    /// <summary>A bound at which there is no event, of the kind that the list has: that none is counted shows that Telnyx applies bounds. Null where the list has none.</summary>
    public TimeBound? BoundProof { get; }

    /// <summary>Whether each number is the difference of two, one of which is asked for twice: less where there is none.</summary>
    public bool IsBetween { get; }

    /// <summary>How many requests it takes; at most so many where <see cref="IsBetween"/>.</summary>
    public int Requests => ((Counts.Count + Proofs.Count) * (IsBetween ? RequestsBetween : 1)) + (BoundProof is null ? 0 : 1);

    /// <param name="list">A list, whatever is selected in it.</param>
    /// <param name="now">By the service's clock.</param>
    public static InsightPlan For(CallEventQuery list, DateTimeOffset now) => new(list, now);

    /// <summary>The query of a count that shows whether Telnyx applies a filter of the list: a value that no event has, or the list without it.</summary>
    public CallEventQuery ProofOf(FilterParameter parameter) => parameter.NoSuchValue is { } none ? parameter.Only(List, none) : parameter.Only(List, "");

    private static bool ReachesFurther(FilterParameter parameter) => parameter == FilterCatalogue.LegId || parameter == FilterCatalogue.ApplicationSessionId;

    private static TimeRange Fixed(TimeRange range, DateTimeOffset now) =>
        range.Last is { } last ? new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, ToMicroseconds(now - last)) } : range;

    private MeasureState Before(Measure measure, FilterPlan plan) => measure.In(List) switch
    {
        null => MeasureState.NotInList,
        { IsDashboardsOwn: true } => MeasureState.FilteredHere,
        _ when plan.RangeCoverage is RangeCoverage.None => MeasureState.OutOfReach,
        // Without the number of all events nothing shows that a filter was applied.
        _ when List.IsDashboardsOwn => MeasureState.FilteredHere,
        _ => MeasureState.NotCounted,
    };

    /// <summary>A link has six digits of a second.</summary>
    internal static DateTimeOffset ToMicroseconds(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), at.Offset);
}
