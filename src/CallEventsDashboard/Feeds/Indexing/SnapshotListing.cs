using System.Globalization;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// A list as of T0 in which any row can be jumped to, and in which no index ever changes its row. Every page is asked for, and placed, relative to a
/// row that has a rank already: the total of the answer says how far each of its rows is from that one, so that rows which expire, arrive or slip in
/// beyond the anchor cancel out. Ordinals of two answers are never compared.
/// </summary>
/// <param name="first">The bound of the first answer, which reaches as far ahead of the clock as rows may be stamped.</param>
/// <param name="pin">The upper bound of the list: its T0, or the query's own bound. Newer rows are of it where the newest end, when it was read, had some.</param>
/// <param name="lower">The lower bound of the list, which is kept by counting.</param>
/// <param name="below">How many rows the service has below <paramref name="lower"/>.</param>
/// <param name="settledBefore">Rows before this instant have settled: hardly any comes in among them any more.</param>
internal sealed partial class SnapshotListing(
    ServiceOrder serviceOrder, EventOrder viewOrder, TimeBound first, TimeBound pin, TimeBound? lower, int below, DateTimeOffset settledBefore, ServiceClock clock, PageLimit limit,
    BoundWriting writing)
    : Listing
{
    private const int MaxOpeningAsks = 12;
    private const int MaxBlocks = 80;
    private const int FirstScreen = 60;

    // The horizon is the service's own, and may be no exact 24 hours.
    private static readonly TimeSpan YoungestToExpire = FilterPlan.HorizonLength - TimeSpan.FromHours(1);

    private readonly RankedRows _ranks = new();
    private readonly RowStore _rows = new();
    private readonly LateRows _late = new();
    private readonly LostRanks _lost = new();
    private readonly TieRanges _ties = new();
    private readonly UntimedRows _untimed = new();
    private readonly Dictionary<int, CallEvent> _tooLarge = [];
    private TimeBound? _pin;
    private DateTimeOffset? _readAt;
    private PageReader? _reader;
    private SnapshotPlan? _plan;
    private AnchorCheck? _anchors;
    private DepthCheck? _depth;
    private int? _total;
    private int _readable = int.MaxValue;
    private int _edge;
    private int _openingAsks;
    private int _edgeAsks;
    private int _contradictions;
    private long? _seam;
    private int _expired;
    private int _missing;
    private bool _isEdgeKnown;
    private int _firstReach;
    private DateTimeOffset? _oldest;
    private OldestPage? _oldestPage;
    private bool _mayHaveExpired;
    private bool _isCut;

    public override bool IsOpening => !IsSettling && (_total is null || !_isEdgeKnown);

    public override bool IsIndexed => true;

    public override int RowCount => IsOpening ? 0 : _edge;

    public override int Expired => _expired;

    public override int Missing => _missing;

    public override IReadOnlyList<CallEvent> Late => _late.Rows;

    public override DateTimeOffset? ReadAt => _readAt;

    public override int PlacedRows => _ranks.Count;

    public override int Blocks => _rows.Blocks;

    // With totals that are not those of their answers nearly every row seems to have come late.
    public override bool HasLostTrust =>
        MustBeReadByTime || _contradictions > 1 || Anchors.IsHopeless || (_total is null && _openingAsks >= MaxOpeningAsks) || _late.Rows.Count > Math.Max(PageRequest.MaxSize, _ranks.Count);

    public override bool HasNoBounds => Anchors.IsHopeless;

    public override bool MustBeReadByTime => _isCut || Depth.IsCapped;

    public override bool IsBeingChecked => !IsOpening && (IsSettling || !Depth.IsDone);

    private DepthCheck Depth => _depth ??= new DepthCheck(serviceOrder, _ranks, Pin, settledBefore, limit);

    private SnapshotPlan Plan => _plan ??= new SnapshotPlan(serviceOrder, () => Pin, _ranks, clock, limit, _tooLarge.Keys, writing);

    private PageReader Reader => _reader ??= new PageReader(serviceOrder, () => Pin);

    private TimeBound Pin => _pin ?? first;

    private AnchorCheck Anchors => _anchors ??= new AnchorCheck(serviceOrder, _ranks, writing);

    public override CallEvent? Row(int index) => Rank(index) is var rank && _tooLarge.TryGetValue(rank, out var row) ? row : _rows[rank];

    public override bool IsExpired(int index) => Rank(index) is var rank && _mayHaveExpired && rank >= _readable && !Holds(rank);

    public override bool IsMissing(int index) => Rank(index) is var rank && (rank < _readable ? _lost.IsGivenUp(rank) : !_mayHaveExpired) && !Holds(rank);

    public override void Retry()
    {
        _lost.Forgive();
        _missing = 0;
    }

    public override void TrimTo(int blocks) => _rows.TrimTo(blocks);

    /// <summary>Takes in the first answer of an ascending service, which tells the number of rows; its own rows are placed when the list is open.</summary>
    public void Begin(AnchoredAsk ask, CallEventPage page, int total)
    {
        Plan.Count(ask, total);
        var oldest = new OldestPage(page.Events);
        (_firstReach, _oldest, _oldestPage) = (total, oldest.Oldest, oldest);
        _openingAsks++;
    }

    public override void Place(PageAsk ask, CallEventPage page)
    {
        if (ask is not AnchoredAsk anchored || anchored.Side is AnchorSide.LookOut)
            return;
        if (anchored.Side is AnchorSide.Depth)
        {
            Depth.Take(page);
            // Its one row is the anchor itself.
            if (serviceOrder is ServiceOrder.Descending)
                Anchors.Accepts(anchored with { Side = AnchorSide.Newer }, page, Plan);
            return;
        }

        if (anchored.Side is AnchorSide.Settled)
        {
            TakeSettled(anchored, page);
            return;
        }

        if (_oldestPage?.IsRepeatedBy(page) == true && anchored is { Side: AnchorSide.Newer, AnchorRank: 0, Page.Number: > 1 })
        {
            _isCut = true;
            return;
        }

        var settled = _untimed.Settle(page, TimeNear(anchored), _ranks.UncertainTimes);
        if (settled is not null && anchored.Side is AnchorSide.Seam)
        {
            CrossSeam(anchored, settled);
            return;
        }

        if (settled is not null && !Anchors.Accepts(anchored, settled, Plan))
            return;
        if (settled is null || Reader.Read(anchored, settled) is not { } read)
        {
            _contradictions++;
            return;
        }

        _contradictions += read.IsBeyondTotal ? 1 : 0;
        // Newer than the newest row, there is no rank: an answer whose own total leaves some of its rows out begins no list.
        if (read.IsBeyondTotal && _total is null)
            return;
        var reach = Plan.Reach;
        if (read.Total is { } total)
            Plan.Count(anchored, total);
        // More rows came in than the page had room for: of those newer than it, nobody could tell later which were there when it was read.
        if (_total is null && _ranks.Count == 0 && read.FirstRank > 0)
        {
            _openingAsks++;
            // No row came in, and its newest rows lack all the same.
            _isCut = Plan.Reach <= reach;
            return;
        }

        if (_ranks.Count == 0 && _firstReach == 0)
            _firstReach = Plan.Reach;
        if (anchored.Side is AnchorSide.Newer && _total is not null)
            _readable = Math.Min(_readable, Plan.Reach);
        var (side, touches) = (anchored.Side, Touches(anchored, read));
        if (anchored.JoinRank is { } join)
        {
            if (Plan.Joined(read, join) is not { } joined)
                return;
            (read, side, touches) = (joined, AnchorSide.Older, true);
        }

        var placed = new PagePlacement(_ranks, _late, _ties, side, _lost, _total ?? int.MaxValue).Place(read, touches);
        _contradictions += placed.IsContradicted ? 1 : 0;
        if (_pin is null && _ranks.Has(0))
        {
            _pin = pin.Includes(At(0)) ? pin : new TimeBound(TimeComparison.AtOrBefore, At(0));
            _readAt = _pin == pin ? null : clock.Now;
        }

        var gained = Keep(read.Rows);
        _late.Add(placed.Late);
        if (placed.OpenSeam is { } seam)
            _seam = _plan!.SeamFrom(side, seam);
        CountLosses(anchored, placed, isFruitless: gained == 0);
        Measure(isSettled: HasSettled(anchored));
        PlaceOldest();
    }

    // It is placed as any row is, so that those around it are read relative to it.
    public override void PlaceTooLarge(PageAsk ask)
    {
        if (ask is AnchoredAsk { Side: AnchorSide.Depth })
            Depth.GiveUp();
        if (ask is not AnchoredAsk { Side: AnchorSide.Newer or AnchorSide.Older } anchored)
            return;
        var rank = Math.Max(0, anchored.FromRank);
        var row = CallEventReader.TooLarge(rank.ToString(CultureInfo.InvariantCulture));
        if (!_ranks.Has(rank))
        {
            var time = _ranks.TimeAround(rank) ?? Pin.At.UtcTicks;
            row = row with { StandsAt = new DateTimeOffset(time, TimeSpan.Zero) };
            _ranks.Commit(rank, time, RankedRows.PrintOf(row));
            _ranks.UncertainTimes.Add(time);
        }

        _tooLarge[rank] = row;
        Measure();
    }

    public override PageAsk CountUpTo(DateTimeOffset instant) => new(writing.Write(new TimeBound(TimeComparison.AtOrBefore, instant)), PageRequest.Smallest);

    public override int? IndexFromOldEnd(int rows)
    {
        var rank = Plan.Reach - rows;
        return rank >= 0 && rank < _edge ? Rank(rank) : null;
    }

    // Rows that left the service after the list was counted come right behind the oldest that it has.
    private void PlaceOldest()
    {
        if (_oldestPage is null || lower is not null || _total is not { } total || !_ranks.Has(_readable - 1))
            return;
        var left = _oldestPage.Before(_ranks.Time(_readable - 1)).Take(total - _readable).ToList();
        _oldestPage = null;
        for (var i = 0; i < left.Count; i++)
        {
            if (!_ranks.Has(_readable + i))
                _ranks.Commit(_readable + i, RankedRows.TimeOf(left[i]), RankedRows.PrintOf(left[i]));
        }

        Keep(left);
        Measure();
    }

    private bool Holds(int rank) => _rows.Holds(rank) || _tooLarge.ContainsKey(rank);

    private DateTimeOffset? TimeNear(AnchoredAsk ask) => _ranks.TimeAround(Math.Max(0, ask.FromRank)) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private void Measure(bool isSettled = false)
    {
        Freeze(isSettled);
        MoveEdge();
        _rows.TrimTo(MaxBlocks);
        // What the service has no longer can only have expired where a row was old enough.
        var oldest = _oldest ?? (_ranks.Has(_readable - 1) ? At(_readable - 1) : null);
        _mayHaveExpired = oldest is null || oldest < clock.Now - YoungestToExpire;
        var gone = Enumerable.Range(_readable, Math.Max(0, _edge - _readable)).Count(rank => !Holds(rank));
        _expired = _mayHaveExpired ? gone : 0;
        _missing = gone - _expired + _lost.GivenUp.Count(rank => rank < Math.Min(_readable, _edge) && !Holds(rank));
    }

    private bool IsGone(int rank) => rank >= _readable || _lost.IsGivenUp(rank);

    private bool Touches(AnchoredAsk ask, ReadPage page) => ask.Side switch
    {
        AnchorSide.Tie => false,
        AnchorSide.Older => _ranks.RunOf(ask.AnchorRank) is { } run && run.From <= page.FirstRank + page.Rows.Count,
        _ => page.FirstRank <= (_ranks.RunOf(ask.AnchorRank)?.To ?? -1) + 1,
    };

    /// <returns>How many ranks have a row to show that had none before.</returns>
    private int Keep(IReadOnlyList<CallEvent> rows)
    {
        var gained = 0;
        foreach (var group in TieGroup.Of(rows, 0, isCutAtNewer: false, isCutAtOlder: false))
        {
            var ranks = _ranks.RanksAt(group.Time).ToList();
            foreach (var row in group.Rows)
            {
                var at = ranks.FindIndex(rank => _ranks.Print(rank) == RankedRows.PrintOf(row));
                if (at < 0)
                    continue;
                gained += _rows.Holds(ranks[at]) ? 0 : 1;
                _rows[ranks[at]] = row;
                ranks.RemoveAt(at);
            }
        }

        return gained;
    }

    private void CountLosses(AnchoredAsk ask, Placed placed, bool isFruitless)
    {
        for (var rank = Math.Max(0, ask.FromRank); rank <= Math.Min(ask.ToRank, _edge - 1); rank++)
        {
            var isCovered = ask.Side is AnchorSide.Tie || (placed.Covered.From <= rank && rank <= placed.Covered.To);
            // One read of a large tie may hold some of its rows, and the next the others.
            if (ask.Side is AnchorSide.Tie && !isFruitless)
                return;
            if (!_rows.Holds(rank) && rank < _readable && (isFruitless || (isCovered && !_ranks.Has(rank))))
                _lost.Add(rank);
        }
    }

    // The total is that of the last answer of the opening: then the newest stretch has settled.
    private void Freeze(bool isSettled)
    {
        if (_total is not null)
            return;
        _openingAsks++;
        if (_ranks.RunOf(0) is not { } run)
        {
            if (Plan.Reach == 0)
            {
                (_total, _readable, _isEdgeKnown) = (0, 0, true);
                _pin ??= pin;
                Depth.Begin(0);
            }

            return;
        }

        var isWhole = run.To + 1 >= Plan.Reach;
        if (!isSettled && !isWhole && _ranks.Time(run.To) > settledBefore.UtcTicks && _openingAsks < MaxOpeningAsks)
        {
            _edge = Math.Max(Plan.Reach, run.To + 1);
            Depth.Begin(_edge);
            return;
        }

        _total = _readable = Math.Max(Plan.Reach, run.To + 1);
        // The rows below the edge were counted as of the first answer, before any of them could expire; only arrivals can have made the list longer since.
        Depth.Begin(_total.Value);
        Plan.Total = _total.Value;
        _edge = lower is null ? _total.Value : Math.Clamp(Math.Max(_firstReach, _total.Value) - below, 0, _total.Value);
    }

    // Two counts are never of the same instant: the page that holds the lower edge is what makes the total exact.
    private void MoveEdge()
    {
        if (_total is null)
            return;
        if (lower is not { } bound)
        {
            _isEdgeKnown = true;
            return;
        }

        while (_edge < _total && _ranks.Has(_edge) && bound.Includes(At(_edge)))
            _edge++;
        while (_edge > 0 && _ranks.Has(_edge - 1) && !bound.Includes(At(_edge - 1)))
            _edge--;

        // Oldest first, indices count from that edge: it has to stand before a row is shown.
        _isEdgeKnown |= viewOrder is EventOrder.Newest || ++_edgeAsks > MaxOpeningAsks || (IsSettled(_edge - 1) && IsSettled(_edge));
    }

    private bool IsSettled(int rank) => rank < 0 || rank >= _total || _ranks.Has(rank) || IsGone(rank);

    private DateTimeOffset At(int rank) => new(_ranks.Time(rank), TimeSpan.Zero);

    private int Rank(int index) => viewOrder is EventOrder.Newest ? index : _edge - 1 - index;
}
