using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Volume;

/// <summary>
/// Counts the events of buckets by the totals beyond their edges, one request an edge, aligned by what their answers have in common. One edge is asked for
/// first and last: when both agree, nothing came in among settled events meanwhile, and each number is exact as of the first answer.
/// </summary>
/// <param name="query">The events to count; its own range is not heeded.</param>
/// <param name="readAsync">Reads one page, when a request is to spare.</param>
internal sealed class VolumeCounter(CallEventQuery query, ServiceOrder order, BoundWriting writing, Func<CountFetch, CancellationToken, Task<CallEventPage>> readAsync, ServiceClock clock)
{
    private const int FewRows = 50;
    private const int MostRounds = 2;

    /// <summary>Events come in up to so late, but for a few.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromSeconds(60);

    /// <summary>After so long not even those few come in.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    private readonly CallEventFilter _filter = FilterPlan.For(query with { Range = TimeRange.Default }, clock.Now).Filter;
    private int _size = FewRows;

    /// <summary>Counts a range in buckets of a step.</summary>
    /// <param name="known">Buckets that need not be counted again; those that have settled are added.</param>
    /// <returns>The buckets, the oldest first, and when they were counted; or why there are none.</returns>
    /// <exception cref="TelnyxException">A request failed.</exception>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public async Task<(IReadOnlyList<VolumeBucket> Buckets, DateTimeOffset AsOf, VolumeState State)> CountAsync(VolumeRange range, TimeSpan step, KnownBuckets known, CancellationToken wanted)
    {
        var edges = range.Edges(step);
        for (var round = 0; round < MostRounds; round++)
        {
            var counting = new VolumeRound(range, edges, order, known);
            var (asOf, state) = await RunAsync(counting, wanted);
            if (state is VolumeState.TooFast)
                continue;
            if (state is not VolumeState.Counted)
                return ([], asOf, state);
            if (counting.Buckets(asOf) is not { } buckets)
                continue;
            known.Keep(buckets.Where(bucket => bucket.To <= asOf - Settled && IsRound(bucket, step)), asOf - CallEventFilter.Horizon);
            return (buckets, asOf, VolumeState.Counted);
        }

        return ([], clock.Now, VolumeState.TooFast);
    }

    private async Task<(DateTimeOffset AsOf, VolumeState State)> RunAsync(VolumeRound round, CancellationToken wanted)
    {
        var end = new DriftingEnd(order);
        DateTimeOffset? asOf = null;
        while (round.Next(asOf ?? clock.Now) is { } edge)
        {
            var bound = writing.Write(order is ServiceOrder.Ascending ? edge.Older : edge.Newer);
            var page = await readAsync(new CountFetch(_filter, bound, _size), wanted);
            asOf ??= page.ServedAt ?? clock.Now;
            var verification = new FilterVerification(query with { Range = TimeRange.Default }, bound);
            verification.Add(page.Events);
            if (verification.IsIgnored || Totals.From(page) is not { } total || page.Events.Count < Math.Min(total, FewRows) || !ServiceOrderDetector.IsSorted(page))
                return (asOf.Value, VolumeState.NotOfThisList);
            if (end.Align(page, bound, total) is not { } aligned || !round.Take(edge, aligned))
            {
                _size = PageRequest.MaxSize;
                return (asOf.Value, VolumeState.TooFast);
            }

            if (!end.Covers(Lag, _size))
                _size = PageRequest.MaxSize;
        }

        return (asOf ?? clock.Now, VolumeState.Counted);
    }

    private static bool IsRound(VolumeBucket bucket, TimeSpan step) => bucket.From.UtcTicks % step.Ticks == 0 && bucket.To.UtcTicks % step.Ticks == 0;
}
