using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// All events of one session, read by its session filter, which reaches further back than the 24 hours of a list. It reads on by itself until it has
/// everything, up to <see cref="MostEvents"/>. Nothing here throws: what fails is part of <see cref="Status"/>.
/// </summary>
public sealed class SessionFeed : IFeed
{
    /// <summary>How many events are read at most.</summary>
    public const int MostEvents = 20_000;

    private readonly Lock _gate = new();
    private readonly CallEventFeed _feed;
    private readonly SequentialReader _reader;
    private readonly List<CallEvent> _read = [];
    private IReadOnlyList<CallEvent> _events = [];
    private int _late;
    private int _wanted = -1;
    private FeedFailure? _failure;

    internal SessionFeed(CallEventFeed feed, string sessionId)
    {
        (_feed, _reader, SessionId) = (feed, new SequentialReader(feed), sessionId);
        _feed.Changed += HandleChanged;
        Advance();
    }

    /// <summary>Raised on any thread when <see cref="Status"/> or <see cref="Events"/> have changed.</summary>
    public event Action? Changed;

    public string SessionId { get; }

    /// <summary>The background work of this session.</summary>
    public BackgroundWork Work => _feed.Work;

    /// <summary>The service's clock, by which ages count.</summary>
    public ServiceClock Clock => _feed.Clock;

    /// <summary>The status of the list below; late rows that were read are among <see cref="Events"/>, and wanting no more.</summary>
    public FeedStatus Status
    {
        get
        {
            lock (_gate)
            {
                var status = _feed.Status;
                return _failure is null && status.Late == 0 ? status : status with { Late = Math.Max(0, status.Late - _late), Failure = _failure ?? status.Failure };
            }
        }
    }

    /// <summary>The events read so far, oldest first, with late rows at the end; a new list whenever it has grown.</summary>
    public IReadOnlyList<CallEvent> Events
    {
        get
        {
            lock (_gate)
                return _events;
        }
    }

    /// <summary>Whether everything was read that Telnyx had of the session at T0.</summary>
    public bool IsWhole
    {
        get
        {
            lock (_gate)
                return _failure is null && _feed.Status is { Coverage: Coverage.Complete, Expired: 0, RowCount: var rows } && _reader.Next >= rows;
        }
    }

    /// <summary>Whether the service does not know the session filter, so that every row it has is looked through.</summary>
    public bool IsFilterIgnored => _feed.Status.AppliedBy.GetValueOrDefault(FilterCatalogue.ApplicationSessionId.Name) is AppliedBy.Dashboard;

    /// <summary>Whether Telnyx has more events of the session than are read.</summary>
    public bool IsCut => _feed.Status.RowCount > MostEvents;

    /// <summary>The last 500 requests for this session, newest last.</summary>
    public IReadOnlyList<RequestEntry> RequestLog => _feed.RequestLog;

    /// <summary>Whether somebody can see the session, so that it polls for newer events.</summary>
    public bool IsWatching
    {
        get => _feed.IsWatching;
        set => _feed.IsWatching = value;
    }

    /// <summary>Whether it is given up where every event of the account would have to be looked through for it.</summary>
    public bool LeavesScans
    {
        get;
        set
        {
            field = value;
            LeaveScan();
        }
    }

    /// <summary>Tries again after a failure; while Telnyx asks to wait, this changes nothing.</summary>
    public void Retry()
    {
        lock (_gate)
        {
            if (_failure is not null)
            {
                (_failure, _wanted, _late, _events) = (null, -1, 0, []);
                _reader.Restart();
                _read.Clear();
            }
        }

        _feed.Retry();
        HandleChanged();
    }

    /// <summary>Lets a scan that stopped at its budget read on: that of a service which does not know the session filter.</summary>
    public void Continue() => _feed.Continue();

    public void Dispose()
    {
        _feed.Changed -= HandleChanged;
        _feed.Dispose();
    }

    private void HandleChanged()
    {
        LeaveScan();
        Advance();
        Changed?.Invoke();
    }

    // At once, on whatever thread: a page that is busy would let it read on meanwhile.
    private void LeaveScan()
    {
        if (LeavesScans && IsFilterIgnored && _feed.Status.Scan is not null)
            _feed.Dispose();
    }

    private void Advance() => _feed.Work.Try("reading a session", TakeAndWant, id =>
    {
        lock (_gate)
            _failure = new FeedFailure(id);
    });

    // Rows are taken over as they come: the list below may drop them when it has to save memory.
    private void TakeAndWant()
    {
        int next;
        lock (_gate)
        {
            if (_failure is not null)
                return;
            Take();
            next = _reader.Next;
            if (next == _wanted || (next > 0 && next >= _feed.Status.RowCount) || next >= MostEvents)
                return;
            _wanted = next;
        }

        // Notified of two changes at once, the thread that is behind would want rows that have come, and nobody those that have not.
        while (true)
        {
            _feed.Want(next, PageRequest.MaxSize);
            lock (_gate)
            {
                if (_wanted == next)
                    return;
                next = _wanted;
            }
        }
    }

    private void Take()
    {
        var status = _feed.Status;
        if (_reader.TryRestart(status))
        {
            _wanted = -1;
            _read.Clear();
        }

        var before = _read.Count;
        // Where the service picked the rows, one that names no session is of this one all the same; in a scan nothing says so.
        _read.AddRange(_reader.Take(Math.Min(status.RowCount, MostEvents)).Select(taken => taken.Row).OfType<CallEvent>().Where(row => !_reader.IsScan || row.SessionId is not null));
        var late = _feed.LateRows;
        if (_read.Count == before && before == _events.Count - _late && late.Count == _late)
            return;
        _late = late.Count;
        _events = [.. _read, .. late];
    }
}
