using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// A list as of T0 in which any row can be jumped to, and in which no index ever changes its row. Every page is asked for, and placed, relative to a
/// row that has a rank already: the total of the answer says how far each of its rows is from that one, so that rows which expire, arrive or slip in
/// beyond the anchor cancel out. Ordinals of two answers are never compared.
/// </summary>
internal sealed class SnapshotListing : Listing
{
    private readonly ListScope _scope;
    private readonly ListedRows _rows = new();
    private readonly LateRows _late = new();
    private readonly TieRanges _ties = new();
    private readonly UntimedRows _untimed = new();
    private readonly NewestEnd _end;
    private readonly SnapshotPlan _plan;
    private readonly PageReader _reader;
    private readonly AnswerTrust _trust;
    private readonly ListLength _length;
    private readonly WindowPages _pages;
    private readonly UnplacedGap _unplaced;
    private OldestPage? _oldestPage;

    public SnapshotListing(ListScope scope, ServiceClock clock, PageLimit limit, BoundWriting writing)
    {
        _scope = scope;
        _end = new NewestEnd(scope, _rows.Ranks, clock);
        _plan = new SnapshotPlan(scope, _rows, _end, clock, limit, writing);
        _reader = new PageReader(scope, _end);
        var depth = new DepthCheck(scope, _rows.Ranks, limit);
        _trust = new AnswerTrust(scope, new AnchorCheck(scope.ServiceOrder, _rows.Ranks, writing), depth);
        _length = new ListLength(scope, _rows, _plan, depth, clock);
        _unplaced = new UnplacedGap(_rows.Ranks, _late, _plan, _end);
        _pages = new WindowPages(scope, _length, _plan, _trust, new GapPages(_rows, _length, _plan, _ties), _unplaced);
    }

    public override bool IsOpening => _length.IsOpening;

    public override bool IsIndexed => true;

    public override ServiceOrder? IndexedOrder => _scope.ServiceOrder;

    public override int RowCount => IsOpening ? 0 : _length.Edge;

    public override int Expired => _length.Expired;

    public override int Missing => _length.Missing;

    public override IReadOnlyList<CallEvent> Late => _late.Rows;

    public override DateTimeOffset? ReadAt => _end.ReadAt;

    public override int PlacedRows => _rows.Ranks.Count;

    public override int Blocks => _rows.Blocks;

    // With totals that are not those of their answers nearly every row seems to have come late.
    public override bool HasLostTrust => _trust.IsLost || _length.IsHopeless || _late.Rows.Count > Math.Max(PageRequest.MaxSize, _rows.Ranks.Count);

    public override bool HasNoBounds => _trust.HasNoBounds;

    public override bool MustBeReadByTime => _trust.MustBeReadByTime;

    public override bool IsBeingChecked => !IsOpening && (_length.IsSettling || !_trust.IsChecked);

    public override CallEvent? Row(int index) => _rows[_length.RankOf(index)];

    public override bool IsExpired(int index) => _length.IsExpired(_length.RankOf(index));

    public override bool IsMissing(int index) => _length.IsMissing(_length.RankOf(index));

    public override void Retry() => _length.Retry();

    public override void TrimTo(int blocks) => _rows.TrimTo(blocks);

    public override PageFetch? NextWanted(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) => _pages.NextWanted(wanted, onTheirWay);

    public override PageFetch? NextAhead(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) => _pages.NextAhead(wanted, _oldestPage is not null, onTheirWay);

    /// <summary>Takes in the first answer of an ascending service, which has the number of rows; its own rows are placed when the list is open.</summary>
    public void Begin(AnchoredFetch fetch, CallEventPage page, int total)
    {
        _plan.Count(fetch, total);
        _oldestPage = new OldestPage(page.Events);
        _length.Begin(total, _oldestPage.Oldest);
    }

    public override void Place(PageFetch fetch, CallEventPage page)
    {
        switch (fetch)
        {
            case AnchoredFetch { Side: AnchorSide.Depth } check:
                _trust.TakeCheck(check, page, _plan);
                break;
            case AnchoredFetch { Side: AnchorSide.Settled } settled:
                _length.TakeSettled(settled, page);
                break;
            case AnchoredFetch { Side: AnchorSide.Newer, AnchorRank: 0, Page.Number: > 1 } when _oldestPage?.IsRepeatedBy(page) == true:
                _trust.Cut();
                break;
            case AnchoredFetch { Side: not AnchorSide.Arrivals } anchored:
                PlaceRows(anchored, page);
                break;
        }
    }

    public override void PlaceTooLarge(PageFetch fetch)
    {
        if (fetch is AnchoredFetch { Side: AnchorSide.Depth })
            _trust.GiveUpCheck();
        if (fetch is not AnchoredFetch { Side: AnchorSide.Newer or AnchorSide.Older } anchored)
            return;
        _rows.KeepTooLarge(Math.Max(0, anchored.FromRank), _end.Bound.At);
        _length.Measure();
    }

    public override PageFetch CountUpTo(DateTimeOffset instant) => _plan.CountUpTo(instant);

    public override int? IndexFromOldEnd(int rows)
    {
        var rank = _plan.ServiceRows - rows;
        return rank >= 0 && rank < _length.Edge ? _length.RankOf(rank) : null;
    }

    public override PageFetch? Settle() => _length.SettledAnchor is { } anchor ? _plan.Settle(anchor) : null;

    public override PageFetch? CountArrivals() => IsOpening ? null : _plan.CountArrivals();

    public override PageFetch? CountNewest() => IsOpening ? null : _plan.CountNewest();

    // The anchor's rank says how many rows of the list are newer than it: further ones in an answer have arrived since.
    public override int? CountUnplaced(PageFetch fetch, CallEventPage page) =>
        fetch is AnchoredFetch { Bound: { } bound, AnchorRank: var anchor } && _late.CountOthers(bound, page) is { } others ? Math.Max(0, others - (anchor + 1)) : null;

    private void PlaceRows(AnchoredFetch fetch, CallEventPage page)
    {
        var timed = _untimed.Settle(page, _rows.Ranks.TimeAround(Math.Max(0, fetch.FromRank)), _rows.Ranks.UncertainTimes);
        if (timed is not null && fetch.Side is AnchorSide.Gap)
        {
            _unplaced.Cross(fetch, timed);
            return;
        }

        if (timed is not null && !_trust.Accepts(fetch, timed, _plan))
            return;
        var read = timed is null ? null : _reader.Read(fetch, timed);
        _trust.Contradict(read is null or { IsBeyondTotal: true });
        // Newer than the newest row, there is no rank: an answer whose own total leaves some of its rows out begins no list.
        if (read is null || (read.IsBeyondTotal && _length.Total is null))
            return;
        var reach = _plan.ServiceRows;
        if (read.Total is { } total)
            _plan.Count(fetch, total);
        if (_length.TryReach(fetch, read))
            PlaceRead(fetch, read);
        else
            // Where no row came in, its newest rows lack all the same.
            _trust.Cut(_plan.ServiceRows <= reach);
    }

    private void PlaceRead(AnchoredFetch fetch, ReadPage page)
    {
        var (read, side, touches) = (page, fetch.Side, Touches(fetch, page));
        if (fetch.JoinRank is { } join)
        {
            if (_plan.Joined(page, join) is not { } joined)
                return;
            (read, side, touches) = (joined, AnchorSide.Older, true);
        }

        var placed = new PagePlacement(_rows.Ranks, _late, _ties, side, _rows.Lost, _length.Total ?? int.MaxValue).Place(read, touches);
        _trust.Contradict(placed.IsContradicted);
        var gained = _rows.Keep(read.Rows);
        _late.Add(placed.Late);
        _unplaced.Open(side, placed.OpenGap);
        _rows.CountLosses(fetch, placed, isFruitless: gained == 0, Math.Min(_length.Edge, _length.Readable));
        _length.Measure(fetch);
        _end.Fix(isEmpty: _length.Total == 0);
        if (_oldestPage is null || _scope.Lower is not null || _length.Total is not { } total || !_rows.Ranks.Has(_length.Readable - 1))
            return;
        _oldestPage.Place(_rows, _length.Readable, total);
        _oldestPage = null;
        _length.Measure();
    }

    /// <summary>Whether nothing that is unread lies between the anchor and the page.</summary>
    private bool Touches(AnchoredFetch fetch, ReadPage page) => fetch.Side switch
    {
        AnchorSide.Tie => false,
        AnchorSide.Older => _rows.Ranks.RunOf(fetch.AnchorRank) is { } run && run.From <= page.FirstRank + page.Rows.Count,
        _ => page.FirstRank <= (_rows.Ranks.RunOf(fetch.AnchorRank)?.To ?? -1) + 1,
    };
}
