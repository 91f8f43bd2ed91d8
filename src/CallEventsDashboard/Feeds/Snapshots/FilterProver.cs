using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>
/// Finds out, once a list is open, whether the service applied the filters that the rows read so far agree with, where rows are left that may contradict them:
/// without a filter there are more events. As many prove nothing. It takes what the key's allowance has to spare.
/// </summary>
internal sealed class FilterProver(CallEventQuery query, Func<CountFetch, CancellationToken, Task<CallEventPage>> readAsync, ServiceClock clock, Lock gate, Action changed)
{
    // More than come in while a list is opened and counted.
    private const int FewestMore = 50;
    private const int ShareMore = 10;

    /// <param name="attended">Cancelled when the last viewer has left.</param>
    public async Task ProveAsync(FeedOpening opening, CancellationToken attended)
    {
        IReadOnlyList<FilterParameter> filters;
        lock (gate)
            filters = opening.Listing.IsIndexed && opening.Total > opening.Listing.PlacedRows ? opening.Verification.Confirmed : [];
        try
        {
            foreach (var filter in filters)
            {
                if (await IsAppliedAsync(filter, opening.Bound, opening.Total!.Value, attended) is not { } isApplied)
                    continue;
                lock (gate)
                    opening.Verification.Prove(filter.Name, isApplied);
                changed();
            }
        }
        catch (TelnyxException)
        {
            // The list stands without it, and the log says what happened.
        }
    }

    // One request, and a second where the numbers are so near that what came in meanwhile may be the difference.
    private async Task<bool?> IsAppliedAsync(FilterParameter filter, TimeBound? bound, int total, CancellationToken wanted)
    {
        if (await CountAsync(filter.With(query, null), bound, wanted) is not { } without)
            return null;
        var most = without <= total || without > total + FewestMore + (total / ShareMore) ? total : await CountAsync(query, bound, wanted) ?? int.MaxValue;
        return without > Math.Max(total, most);
    }

    private async Task<int?> CountAsync(CallEventQuery counted, TimeBound? bound, CancellationToken wanted) =>
        Totals.FromSmallest(await readAsync(new CountFetch(FilterPlan.For(counted, clock.Now).Filter with { OccurredAt = bound }, bound), wanted));
}
