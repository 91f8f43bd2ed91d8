using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Works out the ranks of an answer from the rank of its anchor and from nothing but its own total.</summary>
internal sealed class PageReader(ListScope scope, NewestEnd end)
{
    /// <returns>Null when the answer lacks the total that its ranks need, or an order.</returns>
    public ReadPage? Read(AnchoredFetch fetch, CallEventPage page)
    {
        if (fetch.Side is AnchorSide.Tie)
            return ReadTie(fetch, page);
        // A first page that is not full holds all there is, whatever it says or leaves out.
        var total = Totals.From(page) ?? (fetch.Page.Number == 1 && page.Events.Count < fetch.Page.Size ? page.Events.Count : null);
        var size = page.PageSize ?? fetch.Page.Size;
        var first = ((page.PageNumber ?? fetch.Page.Number) - 1) * size;
        var last = first + page.Events.Count - 1;
        var isAscending = scope.ServiceOrder is ServiceOrder.Ascending;
        var countsFromFarEnd = isAscending == (fetch.Side is AnchorSide.Newer);
        if ((total is null && countsFromFarEnd) || !ServiceOrderDetector.IsSorted(page))
            return null;
        var firstRank = fetch.Side is AnchorSide.Newer
            ? fetch.AnchorRank + (isAscending ? total!.Value - 1 - last : first)
            : fetch.AnchorRank - (isAscending ? last : total!.Value - 1 - first);
        var isFull = page.Events.Count >= size;
        // Counted from the newest row, a page that is not full shows the end of the list, whatever the total says of it.
        var endsByItself = !isFull && !isAscending && fetch.Side is AnchorSide.Newer;
        var hasMoreAfter = total is null ? isFull : last < total - 1 && !endsByItself;
        var (newerIsCut, olderIsCut) = isAscending ? (hasMoreAfter, first > 0) : (first > 0, hasMoreAfter);
        var rows = isAscending ? [.. page.Events.Reverse()] : page.Events;
        // Events after T0 are not part of the list, though an answer towards the newer end has them.
        var skipped = rows.TakeWhile(row => RankedRows.InstantOf(row) is { } at && !end.Bound.Includes(at)).Count();
        return new ReadPage(skipped == 0 ? rows : [.. rows.Skip(skipped)], firstRank + skipped, newerIsCut && skipped == 0, olderIsCut, total) { IsBeyondTotal = page.Events.Count > 0 && last >= total };
    }

    private static ReadPage ReadTie(AnchoredFetch fetch, CallEventPage page)
    {
        var rows = page.Events.Where(row => fetch.Instant is not { } at || RankedRows.InstantOf(row) == at).ToList();
        // A tie larger than a page can't be seen whole; its rows are placed as a part.
        var isCut = rows.Count >= fetch.Page.Size || fetch.Page.Number > 1 || (fetch.Bound?.Comparison is TimeComparison.Equal && Totals.From(page) > rows.Count);
        return new ReadPage(rows, fetch.AnchorRank, isCut, isCut, null);
    }
}
