using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>
/// A list, newest first, that goes on at its newest end: what polls bring is listed above the rows of another listing, which stays as of its instant. Every
/// event is listed once and in the order of time; indices change only when rows are inserted, and none is inserted while <see cref="IsPaused"/>.
/// </summary>
internal sealed class LiveListing(Listing list, LiveScope scope) : ForwardingListing(list)
{
    // Rows that are inserted one by one are kept in one piece.
    private const int MostRows = 5000;

    private readonly LiveRows _rows = new(scope.CannotTell);
    private readonly LivePolls _polls = new(scope);
    private readonly List<CallEvent> _held = [];
    private DateTimeOffset? _since;
    private DateTimeOffset? _readAt;
    private DateTimeOffset? _heldAt;
    private int _shift;
    private int _unlisted;
    private bool _isPaused;

    /// <summary>Whether new rows are held back.</summary>
    public bool IsPaused
    {
        get => _isPaused;
        set
        {
            _isPaused = value;
            if (value)
                return;
            (_readAt, _heldAt) = (_heldAt ?? _readAt, null);
            if (_held.Count > 0)
                ShowHeld();
        }
    }

    /// <summary>Whether the list is read as far as it takes to follow it.</summary>
    public bool HasBegun => _since is not null;

    /// <summary>Whether Telnyx left out the bound of a poll.</summary>
    public bool HasNoBound => _polls.HasNoBound;

    /// <summary>Whether the list is to be opened again: more arrives than can be polled, or is kept in one piece.</summary>
    public bool NeedsRenewal => _polls.IsOutrun || _rows.Count > MostRows;

    /// <summary>Whether the last poll left rows out that the next one has.</summary>
    public bool IsBehind => _polls.IsBehind;

    /// <summary>Rows that are held back, with those that were only counted.</summary>
    public int Gap => _held.Count + _polls.Unread;

    /// <summary>What is to be said of the rows that came in.</summary>
    public LiveNews News { get; } = new();

    public override int RowCount => IsOpening ? 0 : _rows.Count + Inner.RowCount - _shift;

    public override DateTimeOffset? ReadAt => _readAt ?? base.ReadAt;

    public override int Undecided => RowCount - (_rows.Decided.Count + Inner.RowCount - Inner.Undecided - DecidedShift);

    public override IReadOnlyList<CallEvent> Late => [.. Inner.Late.Where(row => !(row.OccurredAt >= _since))];

    public override int PlacedRows => _rows.Count + Inner.PlacedRows - _shift;

    public override CallEvent? Row(int index) => index < _rows.Count ? _rows[index] : Inner.Row(index - _rows.Count + _shift);

    public override CallEvent? DecidedRow(int index) =>
        index < _rows.Decided.Count ? _rows.Decided[index] : Inner.DecidedRow(index - _rows.Decided.Count + DecidedShift);

    public override int? DecidedIndex(int index) => index < _rows.Count
        ? _rows.Decided.IndexOf(_rows[index]) is var decided and >= 0 ? decided : null
        : Inner.DecidedIndex(index - _rows.Count + _shift) + _rows.Decided.Count - DecidedShift;

    public override bool IsExpired(int index) => index >= _rows.Count && Inner.IsExpired(index - _rows.Count + _shift);

    public override bool IsMissing(int index) => index >= _rows.Count && Inner.IsMissing(index - _rows.Count + _shift);

    /// <summary>The index that a row has in the list below, where it keeps it; null for one that has its place by its time.</summary>
    public int? IndexBelow(int index) => index < _rows.Count ? null : index - _rows.Count + _shift;

    /// <summary>The row at an index of the list below.</summary>
    public CallEvent? RowBelow(int index) => Inner.Row(index);

    /// <summary>The requests of the next poll; none before the list is read as far as it takes.</summary>
    public IReadOnlyList<PageFetch> Polls(DateTimeOffset now) => TryBegin() ? _polls.Next(_rows, now) : [];

    /// <summary>Goes on above another listing of the same query.</summary>
    public LiveListing Above(Listing other)
    {
        (Inner, _shift) = (other, 0);
        if (HasBegun)
            Join();
        return this;
    }

    public override void Place(PageFetch fetch, CallEventPage page)
    {
        if (fetch is LiveFetch poll)
        {
            Take(poll, page);
        }
        else
        {
            base.Place(fetch, page);
            Join();
        }
    }

    public override void PlaceTooLarge(PageFetch fetch)
    {
        if (fetch is LiveFetch)
            return;
        base.PlaceTooLarge(fetch);
        Join();
    }

    public override PageFetch? NextWanted(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) => Inner.NextWanted(Below(wanted), onTheirWay);

    public override PageFetch? NextAhead(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) => Inner.NextAhead(Below(wanted), onTheirWay);

    public override int? IndexFromOldEnd(int rows) => Inner.IndexFromOldEnd(rows) is { } index ? Math.Max(0, index - _shift) + _rows.Count : null;

    public override PageFetch? CountArrivals() => HasBegun ? base.CountArrivals() : null;

    /// <summary>The result of such a count, without the rows that polls have brought: those that came in later than polls reach back.</summary>
    public override int? CountUnplaced(PageFetch fetch, CallEventPage page) =>
        Inner.CountUnplaced(fetch, page) is { } others ? Math.Max(0, others - (_rows.Count + _unlisted + Gap - _shift)) : null;

    public override void Reconsider()
    {
        base.Reconsider();
        _rows.Reconsider();
    }

    private int DecidedShift => Inner.Undecided == 0 ? _shift : Enumerable.Range(0, _shift).Count(index => Inner.DecidedIndex(index) is not null);

    private RowWindow Below(RowWindow wanted)
    {
        var above = wanted.DecidedOnly ? _rows.Decided.Count - DecidedShift : _rows.Count - _shift;
        var (start, end) = (Math.Max(0, wanted.Start - above), Math.Max(0, wanted.End - above));
        return wanted with { Start = start, Count = end - start };
    }

    private bool TryBegin()
    {
        if (!HasBegun && LiveStart.Find(Inner, scope) is { } since)
        {
            _since = since;
            _polls.Begin(since);
            Join();
        }

        return HasBegun;
    }

    /// <summary>Takes the newest rows of the list below over, as polls bring them, too.</summary>
    private void Join()
    {
        if (_since is not { } since)
            return;
        // Rows that an index keeps may not be in memory any more, and are not taken over twice.
        var shift = Inner.IsIndexed ? _shift : 0;
        while (shift < Inner.RowCount && Inner.Row(shift) is { } row && !(row.OccurredAt < since))
            shift++;
        _shift = shift;
        foreach (var row in _rows.Unknown([.. Enumerable.Range(0, shift).Select(Inner.Row).OfType<CallEvent>()]))
        {
            _rows.Note(row);
            _rows.Insert(row, since);
        }
    }

    private void Take(LiveFetch poll, CallEventPage page)
    {
        if (!_polls.TryTake(poll, page, _rows))
            return;
        var unknown = _rows.Unknown(page.Events);
        unknown.ForEach(_rows.Note);
        var matches = unknown.Where(scope.Matches).ToList();
        _unlisted += unknown.Count - matches.Count;
        News.AddFailures(matches.Count(scope.HasFailed));
        if (IsPaused)
        {
            _held.AddRange(matches);
            _heldAt = poll.AskedAt;
            return;
        }

        _readAt = poll.AskedAt;
        Show(matches, wereHeld: false);
    }

    private void ShowHeld()
    {
        var (newest, before) = (Row(0), _rows.Count);
        Show(_held, wereHeld: true);
        _held.Clear();
        if (newest is not null && IndexOf(newest.Fingerprint, 0, _rows.Count - before + 1) is { } above and > 0)
            News.MarkGap(newest, above);
    }

    private void Show(IReadOnlyCollection<CallEvent> rows, bool wereHeld) =>
        News.Add([.. rows.Select(row => new LiveArrival(row, _rows.Insert(row, _since!.Value), wereHeld))]);
}
