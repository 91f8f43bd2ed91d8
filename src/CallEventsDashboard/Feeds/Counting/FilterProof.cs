using System.Runtime.CompilerServices;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Counting;

/// <summary>
/// Finds out whether the service applied a filter that the rows read so far agree with: without it there are more events. As many prove nothing, as the few
/// rows that contradict it may not have been read.
/// </summary>
internal sealed class FilterProof(CallEventQuery query, Func<CountFetch, CancellationToken, Task<CallEventPage>> readAsync, ServiceClock clock)
{
    // More than come in while a list is opened and counted.
    private const int FewestMore = 50;
    private const int ShareMore = 10;

    /// <summary>One request for each such filter, and a second where the numbers are so near that what came in meanwhile may be the difference.</summary>
    /// <param name="bound">The bound of the list's first answer.</param>
    /// <param name="total">The total of that answer.</param>
    /// <exception cref="TelnyxException">A count could not be read; the filters before it are told of.</exception>
    public async IAsyncEnumerable<(string Parameter, bool IsApplied)> ProveAsync(IReadOnlyList<FilterParameter> filters, TimeBound? bound, int total, [EnumeratorCancellation] CancellationToken wanted)
    {
        foreach (var filter in filters)
        {
            if (await CountAsync(filter.With(query, null), bound, wanted) is not { } without)
                continue;
            var most = without <= total || without > total + FewestMore + (total / ShareMore) ? total : await CountAsync(query, bound, wanted) ?? int.MaxValue;
            yield return (filter.Name, without > Math.Max(total, most));
        }
    }

    private async Task<int?> CountAsync(CallEventQuery counted, TimeBound? bound, CancellationToken wanted) =>
        Totals.FromSmallest(await readAsync(new CountFetch(FilterPlan.For(counted, clock.Now).Filter with { OccurredAt = bound }, bound), wanted));
}
