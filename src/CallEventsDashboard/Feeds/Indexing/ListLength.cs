using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>How many rows a list has, and how many of them the service still has. Its total is that of the last answer of the opening: then the newest stretch has settled.</summary>
internal sealed class ListLength(ListScope scope, ListedRows rows, SnapshotPlan plan, DepthCheck depth, ServiceClock clock)
{
    private const int MaxOpeningAsks = 12;

    // The horizon is the service's own, and may be no exact 24 hours.
    private static readonly TimeSpan YoungestToExpire = CallEventFilter.Horizon - TimeSpan.FromHours(1);

    // Longer than rows take to settle by what an answer may take to come.
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(75);

    private int _firstServiceRows;
    private int _openingAsks;
    private int _edgeAsks;
    private bool _isEdgeKnown;
    private bool _mayHaveExpired;
    private DateTimeOffset? _oldest;

    /// <summary>The rows from the newest one of the list to the service's oldest; null before they are counted.</summary>
    public int? Total { get; private set; }

    /// <summary>The ranks that the service still has; exclusive.</summary>
    public int Readable { get; private set; } = int.MaxValue;

    /// <summary>The ranks of the list; exclusive. It ends at its lower bound.</summary>
    public int Edge { get; private set; }

    /// <summary>Rows that left the 24-hour window before they were read.</summary>
    public int Expired { get; private set; }

    /// <summary>Rows that the service counts and was not found to list.</summary>
    public int Missing { get; private set; }

    /// <summary>Whether rows are shown whose number is not confirmed yet.</summary>
    public bool IsSettling => scope.SettlesLater && Total is null && rows.Ranks.RunOf(0) is not null;

    public bool IsOpening => !IsSettling && (Total is null || !_isEdgeKnown);

    /// <summary>Whether so many answers had no total that none will.</summary>
    public bool IsHopeless => Total is null && _openingAsks >= MaxOpeningAsks;

    /// <summary>The row that the number of rows can be confirmed from; null where there is nothing to confirm, or none has settled yet.</summary>
    public int? SettledAnchor =>
        IsSettling && rows.Ranks.RunOf(0) is { } run && rows.Ranks.AnchorAtOrBefore(run.To) is { } anchor && HasSettled(anchor) ? anchor : null;

    /// <summary>The rank of an index, or the index of a rank: the two count from the same end, or from opposite ones.</summary>
    public int RankOf(int index) => scope.ViewOrder is EventOrder.Newest ? index : Edge - 1 - index;

    public bool IsExpired(int rank) => _mayHaveExpired && rank >= Readable && !rows.Contains(rank);

    public bool IsMissing(int rank) => (rank < Readable ? rows.Lost.IsGivenUp(rank) : !_mayHaveExpired) && !rows.Contains(rank);

    /// <summary>Whether nothing is to be asked for a rank any more.</summary>
    public bool IsGone(int rank) => rank >= Readable || rows.Lost.IsGivenUp(rank);

    /// <summary>Lets the rows that were given up be looked for again.</summary>
    public void Retry()
    {
        rows.Lost.Reset();
        Missing = 0;
    }

    /// <summary>Takes in the first answer of an ascending service, none of whose rows has a rank.</summary>
    public void Begin(int total, DateTimeOffset? oldest)
    {
        (_firstServiceRows, _oldest) = (total, oldest);
        _openingAsks++;
    }

    /// <summary>Takes in how far the plan reaches after an answer whose rows can be placed.</summary>
    /// <returns>False when more rows came in than its page had room for: of those newer than it, nothing could show later which were there when it was read.</returns>
    public bool TryReach(AnchoredFetch fetch, ReadPage page)
    {
        if (rows.Ranks.Count == 0)
        {
            if (Total is null && page.FirstRank > 0)
            {
                _openingAsks++;
                return false;
            }

            _firstServiceRows = _firstServiceRows == 0 ? plan.ServiceRows : _firstServiceRows;
        }

        if (fetch.Side is AnchorSide.Newer && Total is not null)
            Readable = Math.Min(Readable, plan.ServiceRows);
        return true;
    }

    /// <summary>Takes in a count from a row that has settled. For a descending service it also shows whether it counts, and returns, all rows.</summary>
    public void TakeSettled(AnchoredFetch fetch, CallEventPage page)
    {
        if (!IsSettling || Totals.From(page) is not { } total)
            return;
        depth.TakeSettled(fetch.AnchorRank, total);
        plan.Count(fetch with { Side = AnchorSide.Newer }, total);
        Freeze(isSettled: true);
        MoveEdge();
    }

    /// <summary>Measures the list again after rows were placed.</summary>
    /// <param name="fetch">What was asked for them; null where no count came with them.</param>
    public void Measure(AnchoredFetch? fetch = null)
    {
        Freeze(isSettled: scope.SettlesLater && fetch is { Side: AnchorSide.Newer, AnchorRank: var anchor } && rows.Ranks.Has(anchor) && HasSettled(anchor));
        MoveEdge();
        rows.TrimTo();
        // A missing row can only have expired where it was old enough.
        var oldest = _oldest ?? (rows.Ranks.Has(Readable - 1) ? rows.Ranks.At(Readable - 1) : null);
        _mayHaveExpired = oldest is null || oldest < clock.Now - YoungestToExpire;
        var gone = Enumerable.Range(Readable, Math.Max(0, Edge - Readable)).Count(rank => !rows.Contains(rank));
        Expired = _mayHaveExpired ? gone : 0;
        Missing = gone - Expired + rows.Lost.GivenUp.Count(rank => rank < Math.Min(Readable, Edge) && !rows.Contains(rank));
    }

    private bool HasSettled(int anchor) => rows.Ranks.At(anchor) + SettledAfter <= clock.Now;

    private void Freeze(bool isSettled)
    {
        if (Total is not null)
            return;
        _openingAsks++;
        if (rows.Ranks.RunOf(0) is not { } run)
        {
            if (plan.ServiceRows == 0)
            {
                (Total, Readable, _isEdgeKnown) = (0, 0, true);
                depth.Begin(0);
            }

            return;
        }

        var isWhole = run.To + 1 >= plan.ServiceRows;
        if (!isSettled && !isWhole && rows.Ranks.At(run.To) > scope.SettledBefore && _openingAsks < MaxOpeningAsks)
        {
            Edge = Math.Max(plan.ServiceRows, run.To + 1);
            depth.Begin(Edge);
            return;
        }

        var total = Math.Max(plan.ServiceRows, run.To + 1);
        (Total, Readable, plan.Total) = (total, total, total);
        depth.Begin(total);
        // The rows below the edge were counted as of the first answer, before any of them could expire; only arrivals can have made the list longer since.
        Edge = scope.Lower is null ? total : Math.Clamp(Math.Max(_firstServiceRows, total) - scope.Below, 0, total);
    }

    // Two counts are never of the same instant: the page that holds the lower edge is what makes the total exact.
    private void MoveEdge()
    {
        if (Total is null)
            return;
        if (scope.Lower is not { } bound)
        {
            _isEdgeKnown = true;
            return;
        }

        while (Edge < Total && rows.Ranks.Has(Edge) && bound.Includes(rows.Ranks.At(Edge)))
            Edge++;
        while (Edge > 0 && rows.Ranks.Has(Edge - 1) && !bound.Includes(rows.Ranks.At(Edge - 1)))
            Edge--;

        // Oldest first, indices count from that edge: it has to stand before a row is shown.
        _isEdgeKnown |= scope.ViewOrder is EventOrder.Newest || ++_edgeAsks > MaxOpeningAsks || (IsSeen(Edge - 1) && IsSeen(Edge));
    }

    private bool IsSeen(int rank) => rank < 0 || rank >= Total || rows.Ranks.Has(rank) || IsGone(rank);
}
