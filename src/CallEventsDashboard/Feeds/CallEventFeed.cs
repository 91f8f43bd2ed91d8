using System.Runtime.CompilerServices;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Live;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// One viewer's look at a list of call events as of the instant it was opened. A viewport says which rows it wants and draws what is there; it is notified
/// when there is more. Nothing here throws: what fails is part of <see cref="Status"/>.
/// </summary>
/// <remarks>What was read, and the requests for it, belong to all viewers of the same list; each has only its own window.</remarks>
public sealed class CallEventFeed : IFeed, IFeedViewer
{
    private readonly SharedSnapshot _shared;
    private readonly Action _left;
    private readonly CancellationTokenSource _closed = new();
    private RowWindow? _wanted;
    private bool _isWatching;
    private bool _hidesUndecided;

    /// <param name="left">Called when the viewer has gone.</param>
    internal CallEventFeed(SharedSnapshot shared, ApiKey key, Action left)
    {
        (_shared, Key, _left) = (shared, key, left);
        shared.Attach(this);
    }

    /// <summary>Raised on any thread when <see cref="Status"/> or rows have changed.</summary>
    public event Action? Changed;

    public FeedStatus Status => Work.Try(
        "describing a list", () => _shared.Describe((state, sender, budget) => FeedStatusFactory.Create(state, sender, budget, HidesUndecided) with { Live = _shared.Live }), id => new FeedStatus { Coverage = Coverage.Failed, Failure = new FeedFailure(id) });

    /// <summary>The service's clock, by which ages and the 24 hours count.</summary>
    public ServiceClock Clock => _shared.Clock;

    /// <summary>Rows that came in after their neighbours had been placed, so that no index is left for them.</summary>
    public IReadOnlyList<CallEvent> LateRows => _shared.State.LateRows;

    /// <summary>The last 500 requests for this list, newest last.</summary>
    public IReadOnlyList<RequestEntry> RequestLog => _shared.RequestLog;

    /// <summary>Whether somebody can see the list, so that it polls for newer events.</summary>
    public bool IsWatching
    {
        get => _isWatching;
        set
        {
            _isWatching = value;
            _shared.PollAsWanted();
        }
    }

    /// <summary>Whether rows are left out that do not show if they match: the others are counted without them.</summary>
    public bool HidesUndecided
    {
        get => _hidesUndecided;
        set
        {
            _hidesUndecided = value;
            _shared.Move(() => _wanted = _wanted is { } wanted ? wanted with { DecidedOnly = value } : null);
            ((IFeedViewer)this).RaiseChanged();
        }
    }

    ApiKey IFeedViewer.Key => Key;

    RowWindow? IFeedViewer.Wanted => _wanted;

    internal ApiKey Key { get; }

    internal BackgroundWork Work => _shared.Work;

    internal CallEventQuery Query => _shared.State.Query;

    /// <summary>Whether so much of the key's allowance is to spare that even what nobody asked for may be read.</summary>
    internal bool HasPlenty => _shared.HasPlenty;

    /// <summary>The row at an index of the list, in the order shown; null while it is not read.</summary>
    public CallEvent? Row(int index) => _shared.State.Row(index, HidesUndecided);

    /// <summary>Whether a row left the 24-hour window before it was read.</summary>
    public bool IsExpired(int index) => _shared.State.IsExpired(index);

    /// <summary>Whether a row was given up that the service counts, and that no answer held. <see cref="Retry"/> looks for it again.</summary>
    public bool IsMissing(int index) => _shared.State.IsMissing(index);

    /// <summary>Holds new events of a live list back, so that nothing moves, or lists them and goes on.</summary>
    public void Pause(bool isPaused) => _shared.Pause(isPaused);

    /// <summary>Leaves a live list as it is.</summary>
    public void Unfollow() => _shared.Unfollow();

    /// <summary>Whether a row of a live list came in with the last poll.</summary>
    public bool IsNew(CallEvent row) => Look(list => list is LiveListing live && live.News.IsNew(row));

    /// <summary>How many rows above this one arrived while new events of a live list were held back; null where none did.</summary>
    public int? GapAbove(CallEvent row) => Look(list => (list as LiveListing)?.News.GapAbove(row));

    /// <summary>How many events the list has over its range, as far as they are counted: <see cref="CountVolume"/>.</summary>
    public EventVolume Volume(VolumeSeries series) => _shared.Volume(series);

    /// <summary>
    /// Counts the events over the range with requests to spare, once for all who look at the list; nothing where that was done, or while the list is not open.
    /// </summary>
    /// <param name="finer">Whether to count again in finer buckets.</param>
    public void CountVolume(VolumeSeries series, bool finer = false) => _shared.CountVolume(series, finer);

    /// <summary>Looks at the list, or at null before it is open, while nothing changes it.</summary>
    internal T Look<T>(Func<Listing?, T> look) => _shared.State.Look(look);

    /// <summary>Says which rows are in view. Cheap, and to be called as often as the view moves.</summary>
    public void Want(int start, int count) =>
        _shared.Move(() => _wanted = _wanted?.MovedTo(start, count) ?? new RowWindow(start, count, Forward: true) { ReadsAhead = false, DecidedOnly = HidesUndecided });

    /// <summary>Says which rows are needed, and whether those behind them are to be read ahead of need.</summary>
    public void Want(int start, int count, bool readsAhead) =>
        _shared.Move(() => _wanted = new RowWindow(start, count, Forward: true) { ReadsAhead = readsAhead, DecidedOnly = HidesUndecided });

    /// <summary>Says which rows are needed by who can wait: they are read in the background, so that nobody who scrolls waits for them.</summary>
    public void WantPatiently(int start, int count) =>
        _shared.Move(() => _wanted = new RowWindow(start, count, Forward: true) { ReadsAhead = false, IsPatient = true, DecidedOnly = HidesUndecided });

    /// <summary>Another viewer of this very list, for who goes on with it when this one has gone; to be disposed.</summary>
    public CallEventFeed Share() => new(_shared, Key, _left);

    /// <summary>How many rows can be read and are not in memory: the pages of an export that it still costs.</summary>
    public int CountUnread() => Look(list =>
        list is null ? 0 : Enumerable.Range(0, list.RowCount).Count(index => !list.IsExpired(index) && !list.IsMissing(index) && list.Row(index) is null));

    /// <summary>Drops rows that nobody has looked at for longest, down to so many blocks of 250; they can be read again.</summary>
    public void TrimTo(int blocks) => _shared.State.TrimTo(blocks);

    /// <summary>Reads all rows of the list in its order, as they come, for who needs no window; a scan reads on beyond its budget.</summary>
    /// <returns>
    /// The rows but those that left the 24-hour window or that no answer held. They end early where the list fails, or has to begin again as a service turned out
    /// to leave a filter out: <see cref="Status"/> says so.
    /// </returns>
    /// <exception cref="OperationCanceledException">They are no longer wanted.</exception>
    public IAsyncEnumerable<CallEvent> ReadAllAsync(CancellationToken cancellationToken) => new SequentialReader(this).ReadAllAsync(cancellationToken);

    /// <summary>Tries again after a failure, at the place where it was met, and looks again for rows that were given up; while Telnyx asks to wait, this changes nothing.</summary>
    public void Retry() => _shared.Retry();

    /// <summary>Lets a scan that stopped at its budget read on.</summary>
    public void Continue() => _shared.Continue();

    /// <summary>Finds the row of a fingerprint: among the rows read, else by counting the rows up to its time.</summary>
    /// <returns>Its index, or null when it is not in this list or can't be looked for.</returns>
    public async Task<int?> FindAsync(string fingerprint, CancellationToken cancellationToken)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
            var index = await _shared.FindAsync(fingerprint).WaitAsync(either.Token);
            return HidesUndecided && index is { } found ? Look(list => list?.DecidedIndex(found)) : index;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>
    /// Counts, without reading them, the events that this list would have at values of a filter, with its other filters and its range: as many as it would
    /// have if it was opened now, or was within the last minutes where the key's allowance is to be spared. It is done with spare requests only.
    /// </summary>
    /// <param name="values">Values as a link writes them; an empty one stands for the list without the filter.</param>
    /// <param name="cancellationToken">Cancelled when nobody looks any more: what was not sent by then is not sent.</param>
    /// <returns>A number for each value as it comes, or null where the exact number can't be known.</returns>
    /// <exception cref="OperationCanceledException">It is no longer wanted, or the list was closed.</exception>
    public async IAsyncEnumerable<ValueCount> CountAsync(
        FilterParameter parameter, CountOrder values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
        await foreach (var count in _shared.CountAsync(parameter, values, either.Token))
            yield return count;
    }

    /// <summary>How many of the events that are in memory have each value of a filter, without a request.</summary>
    public ValueTally Tally(FilterParameter parameter) => _shared.Tally(parameter);

    public void Dispose()
    {
        if (_closed.IsCancellationRequested)
            return;
        _closed.Cancel();
        _isWatching = false;
        _shared.Detach(this);
        _left();
    }

    void IFeedViewer.RaiseChanged()
    {
        // A viewer that is notified shows its own errors; none of them may keep the others from being notified, or the list from being read.
        if (!_closed.IsCancellationRequested)
            Work.Try("telling of a change", () => Changed?.Invoke(), _ => { });
    }
}
