using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Where a list ends that has a lower bound: the bound never goes on the wire beside an upper one, so that the rows below it are counted.</summary>
internal sealed class LowerEdge(FilterPlan plan, PageLimit limit, Func<PageFetch, CancellationToken, Task<CallEventPage>> readAsync)
{
    private const int AlignmentRows = 50;

    /// <summary>Counts the rows below the lower bound, as of the moment of the first page.</summary>
    public async Task<int> CountBelowAsync(CallEventPage first, ServiceOrder order, CancellationToken cancellationToken)
    {
        if (plan.BelowLower is not { } below || plan.RangeCoverage is not RangeCoverage.Whole)
            return 0;
        var (fetch, counted) = await ReadFittingAsync(() => new PageFetch(below, new PageRequest(1, Math.Min(AlignmentRows, limit.Rows))), cancellationToken);
        var rows = Totals.From(counted) ?? (counted.Events.Count < fetch.Page.Size ? counted.Events.Count : 0);
        return rows + (order is ServiceOrder.Ascending ? ExpiredBetween(first, counted) : 0);
    }

    /// <summary>Reads a page of which any number of rows will do.</summary>
    private async Task<(PageFetch Fetch, CallEventPage Page)> ReadFittingAsync(Func<PageFetch> next, CancellationToken cancellationToken)
    {
        while (true)
        {
            var fetch = next();
            try
            {
                return (fetch, await readAsync(fetch, cancellationToken));
            }
            catch (TelnyxException exception) when (exception.IsTooLarge && fetch.Page.Size > 1)
            {
                limit.TryShrink(fetch.Page);
            }
        }
    }

    // Both answers begin at the end where rows expire: those of the first answer that are before the second one's first row have left in between, and of the
    // rows of its time, which may come in any order, those that the second one lacks.
    private static int ExpiredBetween(CallEventPage first, CallEventPage second)
    {
        if (second.Events is not [{ OccurredAt: { } oldest }, ..])
            return 0;
        var head = first.Events.Take(AlignmentRows).ToList();
        var older = head.Count(row => row.OccurredAt < oldest);
        var tied = second.Events[^1].OccurredAt == oldest ? 0 : head.Count(row => row.OccurredAt == oldest) - second.Events.Count(row => row.OccurredAt == oldest);
        return older == head.Count ? 0 : older + Math.Max(0, tied);
    }
}
