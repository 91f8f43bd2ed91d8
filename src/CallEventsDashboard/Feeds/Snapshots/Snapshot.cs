using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>
/// What all viewers of one list share: its opening, its rows, its requests and its failures. It asks for what the windows of its viewers lack, each in
/// turn, so that a page that several want is asked for once. It keeps no key: a request goes out with that of a viewer.
/// </summary>
internal sealed partial class Snapshot : IDisposable
{
    private const string Reading = "reading a list";

    private readonly Lock _gate = new();
    private readonly CallEventQuery _query;
    private readonly PageLimit _limit;
    private readonly FeedOpener _opener;
    private readonly BoundWriting _writing = new();
    private readonly RequestBudget _budget;
    private readonly RequestSender _sender;
    private readonly SnapshotNeeds _needs;
    private readonly LookOut _lookOut;
    private readonly ValueCounter _counter;
    private readonly FilterProof _proof;
    private readonly Dictionary<string, (CancellationToken Attended, Lazy<Task<int?>> Task)> _finds = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private FilterPlan _plan;
    private long? _startedAt;
    private CancellationTokenSource _attended = new();
    private CancellationToken _wanted;
    private FeedOpening? _opening;
    private Listing? _listing;
    private FeedFailure? _failure;
    private FeedFailure? _besideFailure;
    private bool _isBroken;
    private bool _hasBegunAnew;
    private int _round;
    private bool _isOpening;
    private Arrivals _arrivals;

    public Snapshot(CallEventsClient client, CallEventQuery query, FeedOptions options, RequestBudget budget, BackgroundWork work, TimeProvider time)
    {
        (_query, _budget, Work, _time) = (query, budget, work, time);
        _needs = new SnapshotNeeds { HasPlenty = () => HasPlenty };
        (Clock, _limit) = (client.Clock, new PageLimit(client.MaxBodyBytes));
        _plan = FilterPlan.For(query, Clock.Now);
        _sender = new RequestSender(client, _plan.Filter, budget, time, Raise);
        _opener = new FeedOpener(query, _plan, options.ScanPages, _limit, _writing, ReadAsync, Clock) { IsSparing = () => !HasPlenty };
        _lookOut = new LookOut(time, work, LookAsync, FailBeside);
        _proof = new FilterProof(query, ReadCountAsync, Clock);
        _counter = new ValueCounter(query, new SharedCounts(new QueryCounter(ReadCountAsync, Clock), work, FailBeside, time, () => HasPlenty));
    }

    public BackgroundWork Work { get; }

    public CallEventQuery Query => _query;

    /// <summary>How long ago the list began to be opened; null before.</summary>
    public TimeSpan? Age => _startedAt is { } since ? _time.GetElapsedTime(since) : null;

    /// <summary>The service's clock.</summary>
    public ServiceClock Clock { get; }

    /// <summary>Whether another viewer had better begin anew: what failed here may be over.</summary>
    public bool HasFailed => Look(_ => _isBroken || _failure is { Error: null } or { Error.Error: not TelnyxError.RateLimited });

    /// <summary>Whether so much of the key's allowance is to spare that even what nobody asked for may be read.</summary>
    public bool HasPlenty => _budget.HasPlenty;

    public bool IsAttended => Look(_ => _needs.Viewers.Count > 0);

    public int PlacedRows => Look(list => list?.PlacedRows ?? 0);

    public int Blocks => Look(list => list?.Blocks ?? 0);

    public IReadOnlyList<CallEvent> LateRows => Look<IReadOnlyList<CallEvent>>(list => list is null ? [] : [.. list.Late]);

    public IReadOnlyList<RequestEntry> RequestLog => _sender.Log;

    /// <summary>Describes the list by all that is known of it at one moment, while nothing changes it.</summary>
    public T Describe<T>(Func<SnapshotFacts, T> describe)
    {
        lock (_gate)
        {
            return describe(new SnapshotFacts(
                _plan, _listing, _opening?.AsOf, _opening?.Tally ?? new EchoTally(_query, null), _writing, _hasBegunAnew, _failure, _besideFailure, _arrivals, _sender.Retrying, _sender.Answered, _budget.WaitUntil,
                _budget.HeldUntil, _budget.Allowance));
        }
    }

    /// <summary>Looks at the list, or at null before it is open, while nothing changes it.</summary>
    public T Look<T>(Func<Listing?, T> look)
    {
        lock (_gate)
            return look(_listing);
    }

    /// <param name="decidedOnly">Whether the index counts those rows alone that match for certain.</param>
    public CallEvent? Row(int index, bool decidedOnly = false)
    {
        lock (_gate)
            return decidedOnly ? _listing?.DecidedRow(index) : _listing?.Row(index);
    }

    public bool IsExpired(int index)
    {
        lock (_gate)
            return _listing?.IsExpired(index) ?? false;
    }

    public bool IsMissing(int index)
    {
        lock (_gate)
            return _listing?.IsMissing(index) ?? false;
    }

    /// <summary>A bound as it goes on the wire of this list.</summary>
    public TimeBound Written(TimeBound bound)
    {
        lock (_gate)
            return _writing.Write(bound);
    }

    public void Move(Action move)
    {
        lock (_gate)
            move();
    }

    public void TrimTo(int blocks)
    {
        lock (_gate)
            _listing?.TrimTo(blocks);
    }

    public void Attach(IFeedViewer viewer)
    {
        lock (_gate)
        {
            _needs.Viewers.Add(viewer);
            if (_needs.Viewers.Count > 1)
                return;
            _attended = new CancellationTokenSource();
            _wanted = _attended.Token;
            _budget.WaitChanged += HandleWaitChanged;
            _budget.Failed += FailBeside;
            // What failed for those who left is tried anew for who comes.
            if (_isBroken || _budget.WaitUntil is null)
                Forgive();
        }
    }

    public void Detach(IFeedViewer viewer)
    {
        CancellationTokenSource? left = null;
        lock (_gate)
        {
            if (_needs.Viewers.Remove(viewer) && _needs.Viewers.Count == 0)
            {
                left = _attended;
                _budget.WaitChanged -= HandleWaitChanged;
                _budget.Failed -= FailBeside;
            }
        }

        // Whoever came meanwhile, on another thread, has a source of their own.
        left?.Cancel();
        left?.Dispose();
        WatchAsWanted();
    }

    // The last viewer to leave cancels and disposes what it waited with, and may be about to.
    public void Dispose() => _lookOut.Watch(isWatched: false);

    public void Retry() => Guard(() =>
    {
        _budget.EndWaits();
        lock (_gate)
        {
            if (_besideFailure is null && _failure is { Error.Error: TelnyxError.RateLimited } && _budget.WaitUntil is not null)
                return;
            Forgive();
            _finds.Clear();
            _round++;
            _listing?.Retry();
        }

        // An error ends the look-outs; watched anew, they begin anew.
        _lookOut.Watch(isWatched: false);
        Advance();
    });

    public void Continue() => Guard(() =>
    {
        lock (_gate)
            _listing?.Continue();
        Pump();
        Raise();
    });

    private void HandleWaitChanged() => Guard(() =>
    {
        lock (_gate)
            ForgiveWait();
        Pump();
        Raise();
    });

    private void Guard(Action act)
    {
        var round = Volatile.Read(ref _round);
        Work.Try(Reading, act, id => Fail(id, round));
    }

    // What an error left half-changed can't be read on: it is opened anew.
    private void Forgive()
    {
        (_failure, _besideFailure) = (null, null);
        if (_isBroken)
            (_isBroken, _opening, _listing, _arrivals) = (false, null, null, default);
    }

    private void ForgiveWait()
    {
        if (_failure is { Error.Error: TelnyxError.RateLimited } && _budget.WaitUntil is null)
            _failure = null;
    }

    /// <param name="round">When what failed was begun: what was begun before a person tried again says nothing of the new try.</param>
    private void Fail(TelnyxException exception, int round)
    {
        lock (_gate)
        {
            if (round != _round)
                return;
            _failure = new FeedFailure(exception, exception.Error is TelnyxError.RateLimited ? _budget.WaitUntil : null);
            ForgiveWait();
        }
    }

    /// <summary>An error of the dashboard's own: nothing more is read until a person tries again.</summary>
    private void Fail(string errorId, int round)
    {
        lock (_gate)
        {
            if (round != _round && !_isBroken)
                return;
            _failure = new FeedFailure(errorId);
        }

        Raise();
    }

    /// <summary>An error in what is done beside reading, which goes on.</summary>
    private void FailBeside(string errorId)
    {
        lock (_gate)
            _besideFailure = new FeedFailure(errorId);
        Raise();
    }

    private void Raise()
    {
        IFeedViewer[] viewers;
        lock (_gate)
            viewers = [.. _needs.Viewers];
        foreach (var viewer in viewers)
            viewer.RaiseChanged();
    }
}
