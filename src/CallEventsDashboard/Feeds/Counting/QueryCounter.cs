using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Counting;

/// <summary>Counts the events of a query by one-row requests: exactly, as of the last answer, or not at all.</summary>
/// <param name="readAsync">Reads one page.</param>
/// <param name="maxRounds">How often a range with two ends is tried at most: three requests, and two more each time.</param>
internal sealed class QueryCounter(Func<CountFetch, CancellationToken, Task<CallEventPage>> readAsync, ServiceClock clock, int maxRounds = 3)
{
    /// <returns>Null when the service ignored a filter or a bound, gave no total, or the list moved under every try.</returns>
    public async Task<int?> CountAsync(CallEventQuery query, CancellationToken wanted) => (await AskAsync(query, wanted)).Count;

    /// <summary>Counts, and says why where it can't.</summary>
    public async Task<QueryCount> AskAsync(CallEventQuery query, CancellationToken wanted)
    {
        var plan = FilterPlan.For(query, clock.Now);
        if (plan.RangeCoverage is RangeCoverage.None)
            return QueryCount.Without(CountProblem.OutOfReach);
        if (plan is not { LocalLower: { } lower, BelowLower: { } below })
            return await TotalAsync(query, plan, plan.Filter.OccurredAt, wanted);
        if (plan.Filter.OccurredAt is not { } upper)
            return await TotalAsync(query, plan, lower, wanted);
        if (plan.RangeCoverage is RangeCoverage.Partial)
            return await TotalAsync(query, plan, upper, wanted);
        return await BetweenAsync(query, plan, below, upper, wanted);
    }

    /// <summary>Counts at one bound and no other, whatever the service lists of it.</summary>
    public Task<QueryCount> AskAtAsync(CallEventQuery query, TimeBound bound, CancellationToken wanted) => TotalAsync(query, FilterPlan.For(query, clock.Now), bound, wanted);

    // Two totals of one range differ by what expired and arrived between them. One of them is asked before and after the other: when it stood still, so did all.
    private async Task<QueryCount> BetweenAsync(CallEventQuery query, FilterPlan plan, TimeBound below, TimeBound upper, CancellationToken wanted)
    {
        var before = await TotalAsync(query, plan, upper, wanted);
        for (var round = 0; round < maxRounds && before.Count is > 0; round++)
        {
            var left = await TotalAsync(query, plan, below, wanted);
            if (left.Count is not { } beyond)
                return left;
            var after = await TotalAsync(query, plan, upper, wanted);
            if (before.Count == after.Count)
                return QueryCount.Exactly(Math.Max(0, before.Count.Value - beyond));
            before = after;
        }

        return before.Count is > 0 ? QueryCount.Without(CountProblem.Moved) : before;
    }

    private async Task<QueryCount> TotalAsync(CallEventQuery query, FilterPlan plan, TimeBound? bound, CancellationToken wanted)
    {
        var page = await readAsync(new CountFetch(plan.Filter with { OccurredAt = bound }, bound), wanted);
        var verification = new FilterVerification(query, bound);
        verification.Add(page.Events);
        if (verification.IsIgnored)
            return new QueryCount(null, CountProblem.Ignored, [.. verification.Verdicts().Where(pair => pair.Value is AppliedBy.Dashboard && !ActiveFilter.IsOwn(pair.Key)).Select(pair => pair.Key)]);
        return Totals.FromSmallest(page) is { } total ? QueryCount.Exactly(total) : QueryCount.Without(CountProblem.NoTotal);
    }
}
