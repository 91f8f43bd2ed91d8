using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// A list of call events as of the instant it was opened. A viewport says which rows it wants and draws what is there; it is told when there is more.
/// Nothing here throws: what fails is part of <see cref="Status"/>.
/// </summary>
/// <remarks>
/// Requests that were sent are never taken back, as the service has counted them: their rows stay in the list. Those that were not sent are simply
/// not made once the viewport has moved on.
/// </remarks>
public sealed class CallEventFeed : IDisposable
{
    private const int MaxOnTheirWay = 2;
    private static readonly PageAsk OpeningAsk = new(null, default);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly HashSet<PageAsk> _onTheirWay = [];
    private readonly CallEventQuery _query;
    private readonly FilterPlan _plan;
    private readonly CallEventSource _source;
    private readonly FeedOpener _opener;
    private readonly TimeProvider _time;
    private FeedOpening? _opening;
    private Listing? _listing;
    private RowWindow _wanted = new(0, 0, Forward: true);
    private FeedFailure? _failure;
    private RequestAttempt? _retrying;
    private ITimer? _retryTimer;
    private int _requests;
    private readonly List<RequestEntry> _log = [];

    public CallEventFeed(CallEventsClient client, ApiKey key, CallEventQuery query, FeedOptions options, TimeProvider time)
    {
        _query = query;
        _time = time;
        _plan = FilterPlan.For(query, time.GetUtcNow());
        _source = new CallEventSource(client, key, _plan.Filter);
        _opener = new FeedOpener(query, _plan, options.ScanPages, ReadAsync, time);
    }

    /// <summary>Raised on any thread when <see cref="Status"/> or rows have changed.</summary>
    public event Action? Changed;

    public FeedStatus Status
    {
        get
        {
            lock (_gate)
                return Describe();
        }
    }

    /// <summary>The rows that came in too late to have an index.</summary>
    public IReadOnlyList<CallEvent> LateRows
    {
        get
        {
            lock (_gate)
                return [.. _listing?.Late ?? []];
        }
    }

    /// <summary>The requests that were made for this list, oldest first.</summary>
    public IReadOnlyList<RequestEntry> RequestLog
    {
        get
        {
            lock (_gate)
                return [.. _log];
        }
    }

    /// <summary>Whether somebody looks at the list, so that newer events are worth counting.</summary>
    public bool IsWatching { get; set; } = true;

    /// <summary>The row at an index of the list, in the order shown; null while it is not read.</summary>
    public CallEvent? Row(int index)
    {
        lock (_gate)
            return _listing?.Row(index);
    }

    public bool IsExpired(int index)
    {
        lock (_gate)
            return _listing?.IsExpired(index) ?? false;
    }

    /// <summary>Says which rows are in view. Cheap, and to be called as often as the view moves.</summary>
    public void Want(int start, int count)
    {
        lock (_gate)
            _wanted = new RowWindow(start, count, start >= _wanted.Start);
        Pump();
    }

    /// <summary>Tries again after a failure, at the place where it was met.</summary>
    public void Retry()
    {
        lock (_gate)
        {
            _failure = null;
            _retryTimer?.Dispose();
            _retryTimer = null;
        }

        Pump();
        Changed?.Invoke();
    }

    /// <summary>Lets a scan that stopped at its budget read on.</summary>
    public void Continue()
    {
        lock (_gate)
            _listing?.Continue();
        Pump();
        Changed?.Invoke();
    }

    /// <summary>Finds the row of a fingerprint: among the rows read, else by counting the rows up to its time.</summary>
    /// <returns>Its index, or null when it is not in this list or can't be looked for.</returns>
    public async Task<int?> FindAsync(string fingerprint, CancellationToken cancellationToken)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closed.Token);
            return await new EventFinder(_query, Listed, Place, ReadAsync).FindAsync(fingerprint, either.Token);
        }
        catch (TelnyxException exception)
        {
            lock (_gate)
                Fail(exception);
            Changed?.Invoke();
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed.Cancel();
            _retryTimer?.Dispose();
        }
    }

    private Listing? Listed()
    {
        lock (_gate)
            return _listing;
    }

    private void Pump()
    {
        while (true)
        {
            PageAsk? ask;
            lock (_gate)
            {
                if (_failure is not null || _plan.Reach is Reach.None || _closed.IsCancellationRequested || _onTheirWay.Count >= MaxOnTheirWay)
                    return;
                ask = _listing is null ? (_onTheirWay.Count == 0 ? OpeningAsk : null) : _listing.Next(_wanted, _onTheirWay);
                if (ask is null || !_onTheirWay.Add(ask))
                    return;
            }

            _ = ask == OpeningAsk ? CarryOutAsync(ask, OpenAsync) : CarryOutAsync(ask, token => FetchAsync(ask, token));
        }
    }

    private async Task CarryOutAsync(PageAsk ask, Func<CancellationToken, Task> workAsync)
    {
        try
        {
            await workAsync(_closed.Token);
        }
        catch (TelnyxException exception)
        {
            lock (_gate)
                Fail(exception);
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            lock (_gate)
            {
                _onTheirWay.Remove(ask);
                _retrying = null;
            }
        }

        Pump();
        Changed?.Invoke();
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        var opening = await _opener.OpenAsync(cancellationToken);
        lock (_gate)
        {
            _opening = opening;
            _listing = opening.Listing;
        }
    }

    private async Task FetchAsync(PageAsk ask, CancellationToken cancellationToken) => Place(ask, await ReadAsync(ask, cancellationToken));

    private void Place(PageAsk ask, CallEventPage page)
    {
        lock (_gate)
        {
            _opening!.Tally.Add(page.Events);
            _listing!.Place(ask, page);
            if (_listing is SnapshotListing && (_opening.Tally.IsIgnored || _listing.HasLostTrust) && ServiceOrders.Of(page) is { } order)
                _listing = _opener.Scan(order);
        }
    }

    private async Task<CallEventPage> ReadAsync(PageAsk ask, CancellationToken cancellationToken)
    {
        var started = _time.GetUtcNow();
        int? rows = null;
        try
        {
            var page = await _source.ReadAsync(ask, Waiting, cancellationToken);
            rows = page.Events.Count;
            return page;
        }
        finally
        {
            Interlocked.Increment(ref _requests);
            var query = CallEventQueryWriter.Write(_plan.Filter with { OccurredAt = ask.Bound }, ask.Page);
            lock (_gate)
                _log.Add(new RequestEntry(query, "page", started, _time.GetUtcNow() - started, rows is null ? null : 200, rows, 1, TimeSpan.Zero, null));
        }
    }

    private void Waiting(RequestAttempt attempt)
    {
        lock (_gate)
            _retrying = attempt;
        Changed?.Invoke();
    }

    private void Fail(TelnyxException exception)
    {
        DateTimeOffset? retryAt = exception is { Error: TelnyxError.RateLimited, RetryAfter: { } wait } ? _time.GetUtcNow() + wait : null;
        _failure = new FeedFailure(exception, retryAt);
        _retryTimer?.Dispose();
        _retryTimer = retryAt is null ? null : _time.CreateTimer(_ => Retry(), null, exception.RetryAfter!.Value, Timeout.InfiniteTimeSpan);
    }

    private FeedStatus Describe()
    {
        var scan = _listing?.Scan;
        return new FeedStatus
        {
            Coverage = FeedCoverage.Of(_plan, _listing, _failure),
            Total = _plan.Reach is Reach.None ? 0 : _listing is { IsOpening: false } ? _listing.RowCount : null,
            RowCount = _listing?.RowCount ?? 0,
            AsOf = _opening?.AsOf,
            From = _plan.Wanted.From,
            To = _plan.Wanted.To,
            Horizon = _plan.ReachesBeyondHorizon ? null : _plan.Horizon,
            AppliedBy = (_opening?.Tally ?? new EchoTally(_query, null)).Verdicts(),
            Failure = _failure,
            Retrying = _retrying,
            Requests = Volatile.Read(ref _requests),
            Scan = scan,
            Expired = _listing?.Expired ?? 0,
            Late = _listing?.Late.Count ?? 0,
        };
    }
}
