using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Counting;

/// <summary>Counts the events of a query by one-row requests: exactly, as of the last answer, or not at all.</summary>
internal sealed class QueryCounter(Func<CountFetch, CancellationToken, Task<CallEventPage>> readAsync, ServiceClock clock)
{
    private const int MaxRounds = 3;

    /// <returns>Null when the service ignored a filter or a bound, gave no total, or the list moved under every try.</returns>
    public async Task<int?> CountAsync(CallEventQuery query, CancellationToken wanted)
    {
        var plan = FilterPlan.For(query, clock.Now);
        if (plan.RangeCoverage is RangeCoverage.None)
            return null;
        if (plan is not { LocalLower: { } lower, BelowLower: { } below })
            return await TotalAsync(query, plan, plan.Filter.OccurredAt, wanted);
        if (plan.Filter.OccurredAt is not { } upper)
            return await TotalAsync(query, plan, lower, wanted);
        if (plan.RangeCoverage is RangeCoverage.Partial)
            return await TotalAsync(query, plan, upper, wanted);
        return await BetweenAsync(query, plan, below, upper, wanted);
    }

    // Two totals of one range differ by what expired and arrived between them. One of them is asked before and after the other: when it stood still, so did all.
    private async Task<int?> BetweenAsync(CallEventQuery query, FilterPlan plan, TimeBound below, TimeBound upper, CancellationToken wanted)
    {
        var before = await TotalAsync(query, plan, upper, wanted);
        for (var round = 0; round < MaxRounds && before is > 0; round++)
        {
            if (await TotalAsync(query, plan, below, wanted) is not { } left)
                return null;
            var after = await TotalAsync(query, plan, upper, wanted);
            if (before == after)
                return Math.Max(0, before.Value - left);
            before = after;
        }

        return before is 0 ? 0 : null;
    }

    private async Task<int?> TotalAsync(CallEventQuery query, FilterPlan plan, TimeBound? bound, CancellationToken wanted)
    {
        var page = await readAsync(new CountFetch(plan.Filter with { OccurredAt = bound }, bound), wanted);
        var verification = new FilterVerification(query, bound);
        verification.Add(page.Events);
        return verification.IsIgnored ? null : Totals.FromSmallest(page);
    }
}
