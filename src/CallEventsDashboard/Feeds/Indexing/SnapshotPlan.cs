using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Chooses what to ask for, so that ranks which are missing come with the fewest requests and next to a row that has a rank.</summary>
/// <param name="newestEnd">Its bound stands for the anchor at rank 0.</param>
/// <param name="writing">How the service takes bounds.</param>
internal sealed class SnapshotPlan(ListScope scope, ListedRows rows, NewestEnd newestEnd, ServiceClock clock, PageLimit limit, BoundWriting writing)
{
    // An anchor that expires while it is asked for would shift every ordinal in silence.
    private static readonly TimeSpan SafeFromHorizon = CallEventFilter.Horizon - TimeSpan.FromMinutes(2);
    private const int OpeningSlack = 3;

    // Events that arrive meanwhile may move an anchor at the far end by more than a page of the opening allows for.
    private const int AnchorSlack = 100;

    // The page of the oldest rows reaches beyond the end that was counted: a page that is not full shows where it is.
    private const int EndSlack = 20;

    private DateTimeOffset _countedAt;
    private int _newerThanList;
    private int _serviceGrowth;
    private int _newerGrowth;

    private readonly RankedRows _ranks = rows.Ranks;
    private readonly JoinedPages _joined = new(rows.Ranks, limit);

    /// <summary>How many rows the service has from rank 0 on, by the last answer that says it.</summary>
    public int ServiceRows { get; private set; }

    /// <summary>How many rows the list has; the page of its last ones reaches beyond them, whatever has been counted since.</summary>
    public int Total { get; set; } = int.MaxValue;

    /// <summary>Takes in what an answer says of the number of rows.</summary>
    public void Count(AnchoredFetch fetch, int total)
    {
        if (fetch.Side is AnchorSide.Newer)
        {
            var reach = fetch.AnchorRank + total;
            (_serviceGrowth, ServiceRows, _countedAt) = (ServiceRows == 0 ? 0 : Math.Max(0, reach - ServiceRows), reach, clock.Now);
        }
        else if (fetch.Side is AnchorSide.Older)
        {
            var newer = Math.Max(0, total - fetch.AnchorRank - 1);
            (_newerGrowth, _newerThanList) = (Math.Max(0, newer - _newerThanList), newer);
        }
    }

    /// <summary>The rows of a page that must join, as if it was counted from the join; null when the page does not show it.</summary>
    public ReadPage? Joined(ReadPage page, int join) => _joined.Joined(page, join);

    /// <summary>The page to begin with: it shows the total and the order of the service.</summary>
    /// <param name="size">How many rows the page has.</param>
    public static AnchoredFetch First(TimeBound bound, int size) => new(bound, new PageRequest(1, size), AnchorSide.Newer, 0, 0, size - 1);

    /// <summary>The next page of the unsettled newest end, which is read as one stretch from rank 0.</summary>
    public AnchoredFetch Opening()
    {
        if (_ranks.RunOf(0) is { } run)
            return For(run.To + 1, run.To + 1, towardsOlder: true) ?? First(writing.Write(newestEnd.Bound), limit.Rows);
        if (scope.ServiceOrder is ServiceOrder.Descending)
            return First(writing.Write(newestEnd.Bound), limit.Rows);
        var slack = limit.Spared(OpeningSlack + Headroom(_serviceGrowth));
        var page = PageChoice.Choose(Math.Max(0, ServiceRows - 1), Math.Max(0, ServiceRows - 1 + slack), rising: false, ServiceRows + slack, limit.Rows);
        return Newer(0, page);
    }

    /// <summary>The page for the missing ranks from <paramref name="first"/> to <paramref name="last"/>, inclusive; null when no row with a rank is near.</summary>
    public AnchoredFetch? For(int first, int last, bool towardsOlder)
    {
        var next = towardsOlder ? null : _ranks.AnchorAtOrAfter(_ranks.Has(last) ? last : last + 1);
        if (scope.ServiceOrder is ServiceOrder.Descending && next + 1 is { } join && _joined.EndingAt(join, ServiceRows) is var (anchor, far, end))
            return Newer(anchor, far) with { FromRank = Math.Max(anchor, end - far.Size + 1), ToRank = end, JoinRank = join };
        if (next is { } older && IsSafe(older))
        {
            var (from, to, rising) = scope.ServiceOrder is ServiceOrder.Ascending
                ? (older - last, older - first, true)
                : (_newerThanList + first, _newerThanList + last + Headroom(_newerGrowth), false);
            var avoided = rows.TooLarge.Select(rank => scope.ServiceOrder is ServiceOrder.Ascending ? older - rank : _newerThanList + rank);
            return Older(older, PageChoice.Choose(from, to, rising, _newerThanList + older + 1, limit.Rows, [.. avoided]));
        }

        if (_ranks.AnchorAtOrBefore(first) is not { } newer)
            return null;
        var endSlack = limit.Spared(EndSlack);
        if (scope.ServiceOrder is ServiceOrder.Descending)
            return Newer(newer, PageChoice.Choose(first - newer, last - newer + (last >= Math.Min(ServiceRows, Total) - 1 ? endSlack : 0), towardsOlder, ServiceRows + endSlack - newer, limit.Rows, [.. rows.TooLarge.Select(rank => rank - newer)]));
        var slack = _ranks.Has(first - 1) ? 0 : limit.Spared(Slack());
        return Newer(newer, PageChoice.Choose(Math.Max(0, ServiceRows - 1 - last - slack), Math.Max(0, ServiceRows - 1 - first) + Headroom(_serviceGrowth), !towardsOlder, ServiceRows - newer, limit.Rows, [.. rows.TooLarge.Select(rank => ServiceRows - 1 - rank)]));
    }

    /// <summary>How many rows the answer to a page should count, if nothing has come or gone since the last one.</summary>
    public int Expected(AnchoredFetch fetch) => fetch.Side is AnchorSide.Newer ? ServiceRows - fetch.AnchorRank : _newerThanList + fetch.AnchorRank + 1;

    /// <summary>A page that holds the anchor of another one, so that it shows whether the service heeds its bound.</summary>
    /// <param name="total">How many rows the answer to that one counts.</param>
    public AnchoredFetch WithAnchor(AnchoredFetch fetch, int total)
    {
        var beginsPage = (scope.ServiceOrder is ServiceOrder.Descending) == (fetch.Side is AnchorSide.Newer);
        var last = Math.Max(0, total - 1);
        var page = beginsPage ? new PageRequest(1, limit.Rows) : PageChoice.Choose(last, last + limit.Spared(AnchorSlack), rising: false, last + 1, limit.Rows);
        return fetch.Side is AnchorSide.Newer ? Newer(fetch.AnchorRank, page) : Older(fetch.AnchorRank, page);
    }

    /// <summary>All rows of the time of a neighbour of an empty rank: a tie that two pages cut may have hidden one. Null when there is no such neighbour.</summary>
    public AnchoredFetch? Tie(int rank, bool fromOlder)
    {
        var neighbour = fromOlder ? rank + 1 : rank - 1;
        return _ranks.Has(neighbour) ? Tie(rank, _ranks.Time(neighbour), 1) : null;
    }

    /// <summary>Rows of one time, of which one is at an empty rank.</summary>
    /// <param name="number">Of the page: a tie may be larger than one.</param>
    public AnchoredFetch Tie(int rank, long time, int number)
    {
        var at = new DateTimeOffset(time, TimeSpan.Zero);
        // No bound of microseconds is equal to a finer time: the group comes first where its time begins.
        var group = writing.IsFiner ? new TimeBound(scope.ServiceOrder is ServiceOrder.Ascending ? TimeComparison.AtOrAfter : TimeComparison.AtOrBefore, at) : new TimeBound(TimeComparison.Equal, at);
        return new AnchoredFetch(writing.Write(group), new PageRequest(number, limit.Rows), AnchorSide.Tie, rank, rank, rank) { Instant = at };
    }

    /// <summary>A count of the rows from an anchor towards the newer end, the anchor as deep as can be; without one, of those after the newest end. What comes in below the list is not of it.</summary>
    public AnchoredFetch CountArrivals()
    {
        var horizon = (clock.Now - SafeFromHorizon).UtcTicks;
        var belowList = scope.Lower is { } bound ? bound.At.UtcTicks - (bound.Includes(bound.At) ? 1 : 0) : 0;
        return CountFrom(_ranks.DeepestAnchor(scope.SettledBefore.UtcTicks, Math.Max(horizon, belowList), ServiceRows - 1));
    }

    /// <summary>The same from the newest row that had settled; null when none had.</summary>
    public AnchoredFetch? CountNewest() =>
        _ranks.NewestAnchor(scope.SettledBefore.UtcTicks, ServiceRows - 1) is { } rank && IsSafe(rank) ? CountFrom(rank) : null;

    /// <summary>A count of the rows from an anchor towards the older end.</summary>
    public AnchoredFetch Settle(int anchor)
    {
        var bound = anchor == 0 ? scope.Pin : new TimeBound(TimeComparison.AtOrBefore, _ranks.At(anchor));
        return new AnchoredFetch(bound, PageRequest.Smallest, AnchorSide.Settled, anchor, -1, -1);
    }

    /// <summary>A count of the rows up to an instant.</summary>
    public PageFetch CountUpTo(DateTimeOffset instant) => new(writing.Write(new TimeBound(TimeComparison.AtOrBefore, instant)), PageRequest.Smallest);

    /// <summary>Where to begin to cross such a gap, given the time of the last row that was read on the way to it.</summary>
    public long? GapFrom(AnchorSide side, long lastRead)
    {
        var readsTowardsNewer = scope.ServiceOrder is ServiceOrder.Ascending;
        if (readsTowardsNewer == (side is AnchorSide.Older))
            return lastRead;
        return readsTowardsNewer ? _ranks.TimeAfter(lastRead) : _ranks.TimeBefore(lastRead);
    }

    /// <summary>The rows from a time on, in the order in which the service gives them on its first page.</summary>
    public AnchoredFetch Gap(long from)
    {
        var comparison = scope.ServiceOrder is ServiceOrder.Ascending ? TimeComparison.AtOrAfter : TimeComparison.AtOrBefore;
        return new AnchoredFetch(writing.Write(new TimeBound(comparison, new DateTimeOffset(from, TimeSpan.Zero))), new PageRequest(1, limit.Rows), AnchorSide.Gap, 0, -1, -1) { Instant = new DateTimeOffset(from, TimeSpan.Zero) };
    }

    // Rows leave at the old end while a total ages: a page that is chosen by it must reach that much further.
    private int Slack()
    {
        var age = (clock.Now - _countedAt).TotalDays;
        return 2 + (int)Math.Ceiling(2 * ServiceRows * Math.Clamp(age, 0, 1));
    }

    // Rows that come in while a page is on its way push its rows away from the anchor: as many again as the last time are allowed for.
    private int Headroom(int growth) => limit.Spared(Math.Min(growth * 2, PageRequest.MaxSize / 2));

    private bool IsSafe(int rank) => _ranks.At(rank) > clock.Now - SafeFromHorizon;

    private AnchoredFetch CountFrom(int? anchor)
    {
        var bound = anchor is { } rank ? new TimeBound(TimeComparison.AtOrAfter, _ranks.At(rank)) : new TimeBound(TimeComparison.After, newestEnd.Bound.At);
        return new AnchoredFetch(writing.Write(bound), PageRequest.Smallest, AnchorSide.Arrivals, anchor ?? -1, -1, -1);
    }

    private AnchoredFetch Newer(int anchor, PageRequest page)
    {
        var first = (page.Number - 1) * page.Size;
        var (from, to) = scope.ServiceOrder is ServiceOrder.Descending ? (anchor + first, anchor + first + page.Size - 1) : (ServiceRows - first - page.Size, ServiceRows - 1 - first);
        return new(anchor == 0 ? writing.Write(newestEnd.Bound) : writing.Write(new TimeBound(TimeComparison.AtOrBefore, _ranks.At(anchor))), page, AnchorSide.Newer, anchor, Math.Max(anchor, from), to);
    }

    private AnchoredFetch Older(int anchor, PageRequest page)
    {
        var first = (page.Number - 1) * page.Size;
        var (from, to) = scope.ServiceOrder is ServiceOrder.Ascending ? (anchor - first - page.Size + 1, anchor - first) : (first - _newerThanList, first + page.Size - 1 - _newerThanList);
        return new(writing.Write(new TimeBound(TimeComparison.AtOrAfter, _ranks.At(anchor))), page, AnchorSide.Older, anchor, Math.Max(0, from), Math.Min(anchor, to));
    }
}
