using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Looks in each answer for the row at whose time it was asked for: ranks are counted from there. A service that leaves that row out, or does not heed the
/// bound, would give every row of the answer a rank that is another one's.
/// </summary>
/// <param name="writing">Learns how the service compares, where an answer lacks the row.</param>
internal sealed class AnchorCheck(ServiceOrder serviceOrder, RankedRows ranks, BoundWriting writing)
{
    private const int MostTries = 4;

    private readonly HashSet<AnchorSide> _seen = [];
    private int _tries;

    private enum Sight
    {
        /// <summary>The answer holds the row, or counts as many rows as there are from it on.</summary>
        Seen,

        /// <summary>The answer holds the place where the row must be, and not the row.</summary>
        Lacking,

        /// <summary>The answer holds rows beyond the bound.</summary>
        Beyond,

        /// <summary>The answer is of another stretch, and counts other rows than were expected.</summary>
        Unseen,
    }

    /// <summary>The page that shows whether the service heeds a bound; null where none is needed.</summary>
    public AnchoredFetch? Next { get; private set; }

    /// <summary>Whether no answer shows where its rows stand.</summary>
    public bool IsHopeless => _tries > MostTries;

    /// <returns>Whether the rows of an answer can be counted from its anchor; if not, they are asked for again.</returns>
    public bool Accepts(AnchoredFetch fetch, CallEventPage page, SnapshotPlan plan)
    {
        if (fetch.Side is not (AnchorSide.Newer or AnchorSide.Older) || (fetch.Side is AnchorSide.Newer && fetch.AnchorRank == 0))
            return true;
        if (fetch == Next)
            Next = null;
        // It was on its way when an answer showed that bounds have to be written in another way.
        if (fetch.Bound is { } bound && writing.Write(bound) != bound)
            return false;
        var sight = Look(fetch, page, plan.Expected(fetch));
        if (sight is Sight.Seen || (sight is Sight.Unseen && _seen.Contains(fetch.Side)))
        {
            _seen.Add(fetch.Side);
            return true;
        }

        _tries++;
        if (sight is Sight.Unseen)
        {
            Next = plan.WithAnchor(fetch, Totals.From(page) ?? 0);
            return false;
        }

        // Where anchors were seen before, this row is gone.
        if (_seen.Contains(fetch.Side))
            return true;
        // In no way of writing it, the bound is heeded.
        if (sight is Sight.Beyond || !writing.LearnExclusive())
            _tries = MostTries + 1;
        _seen.Clear();
        return false;
    }

    private Sight Look(AnchoredFetch fetch, CallEventPage page, int expected)
    {
        var total = Totals.From(page);
        var beginsPage = (serviceOrder is ServiceOrder.Descending) == (fetch.Side is AnchorSide.Newer);
        var before = (fetch.Page.Number - 1) * fetch.Page.Size;
        var holdsItsPlace = page.Events.Count > 0 && (beginsPage ? before == 0 : total <= before + page.Events.Count);
        if (!holdsItsPlace)
            return total == expected || total is null ? Sight.Seen : Sight.Unseen;
        var nearest = beginsPage ? page.Events[0] : page.Events[^1];
        if (RankedRows.InstantOf(nearest) is not { UtcTicks: var at } || at == ranks.Time(fetch.AnchorRank))
            return Sight.Seen;
        return (at > ranks.Time(fetch.AnchorRank)) == (fetch.Side is AnchorSide.Newer) ? Sight.Beyond : Sight.Lacking;
    }
}
