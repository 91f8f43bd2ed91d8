using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>
/// What all viewers of one list share: its opening, its rows, its requests and its failures. It asks for what the windows of its viewers lack, each in
/// turn, so that a page that several want is asked for once. It keeps no key: a request goes out with that of a viewer.
/// </summary>
internal sealed class Snapshot : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CallEventQuery _query;
    private readonly FilterPlan _plan;
    private readonly FeedOpener _opener;
    private readonly RequestBudget _budget;
    private readonly RequestSender _sender;
    private readonly SnapshotNeeds _needs = new();
    private readonly LookOut _lookOut;
    private readonly Dictionary<string, Lazy<Task<int?>>> _finds = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private CancellationTokenSource _attended = new();
    private CancellationToken _wanted;
    private FeedOpening? _opening;
    private Listing? _listing;
    private FeedFailure? _failure;
    private bool _isOpening;
    private int _newer;

    public Snapshot(CallEventsClient client, CallEventQuery query, FeedOptions options, RequestBudget budget, TimeProvider time)
    {
        (_query, _budget, _time) = (query, budget, time);
        _plan = FilterPlan.For(query, time.GetUtcNow());
        _sender = new RequestSender(client, _plan.Filter, budget, time, Raise);
        _opener = new FeedOpener(query, _plan, options.ScanPages, ReadAsync, time);
        _lookOut = new LookOut(time, LookAsync);
    }

    /// <summary>When the list began to be opened, by this machine's clock; null before.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>Whether another viewer had better begin anew: what failed here may be over.</summary>
    public bool HasFailed => Look(_ => _failure is { Error.Error: not TelnyxError.RateLimited });

    public bool IsAttended => Look(_ => _needs.Viewers.Count > 0);

    public int PlacedRows => Look(list => list?.PlacedRows ?? 0);

    public int Blocks => Look(list => list?.Blocks ?? 0);

    public IReadOnlyList<CallEvent> LateRows => Look<IReadOnlyList<CallEvent>>(list => list is null ? [] : [.. list.Late]);

    public IReadOnlyList<RequestEntry> RequestLog => _sender.Log;

    public FeedStatus Status => Look(_ => Describe());

    /// <summary>Looks at the list, or at null before it is open, while nothing changes it.</summary>
    public T Look<T>(Func<Listing?, T> look)
    {
        lock (_gate)
            return look(_listing);
    }

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

    public void Attach(CallEventFeed viewer)
    {
        lock (_gate)
        {
            _needs.Viewers.Add(viewer);
            if (_needs.Viewers.Count > 1)
                return;
            _attended.Dispose();
            _attended = new CancellationTokenSource();
            _wanted = _attended.Token;
            _budget.WaitChanged += HandleWaitChanged;
            ForgiveWait();
        }
    }

    public void Detach(CallEventFeed viewer)
    {
        CancellationTokenSource? left = null;
        lock (_gate)
        {
            if (_needs.Viewers.Remove(viewer) && _needs.Viewers.Count == 0)
            {
                left = _attended;
                _budget.WaitChanged -= HandleWaitChanged;
            }
        }

        left?.Cancel();
        WatchAsWanted();
    }

    public void Dispose()
    {
        _lookOut.Watch(isWatched: false);
        _attended.Dispose();
    }

    /// <summary>Asks for turns to read what is missing, if anything is.</summary>
    public void Pump()
    {
        bool opens, wants, aheads;
        CancellationToken attended;
        lock (_gate)
        {
            if (_failure is not null || _plan.Reach is Reach.None || !_needs.IsWanted)
                return;
            opens = _listing is null && !_isOpening;
            _isOpening |= opens;
            wants = _needs.Claim(_listing, RequestPriority.Interactive);
            aheads = _needs.Claim(_listing, RequestPriority.Background);
            attended = _wanted;
        }

        if (opens)
            _ = OpenAsync(attended);
        if (wants)
            _ = TakeTurnAsync(RequestPriority.Interactive, attended);
        if (aheads)
            _ = TakeTurnAsync(RequestPriority.Background, attended);
    }

    public void Retry()
    {
        lock (_gate)
        {
            if (_failure is { Error.Error: TelnyxError.RateLimited } && _budget.WaitUntil is not null)
                return;
            _failure = null;
        }

        Pump();
        Raise();
    }

    public void Continue()
    {
        lock (_gate)
            _listing?.Continue();
        Pump();
        Raise();
    }

    /// <summary>Looks for a row; all who look for the same one at a time share one search.</summary>
    public async Task<int?> FindAsync(string fingerprint)
    {
        Lazy<Task<int?>>? find;
        lock (_gate)
        {
            if (!_finds.TryGetValue(fingerprint, out find))
            {
                var attended = _wanted;
                _finds[fingerprint] = find = new(() => new EventFinder(this, _query.Range.Exactly is not null).FindAsync(fingerprint, attended));
            }
        }

        try
        {
            return await find.Value;
        }
        catch (TelnyxException exception)
        {
            Fail(exception);
            Raise();
            return null;
        }
        finally
        {
            lock (_gate)
            {
                if (_finds.GetValueOrDefault(fingerprint) == find)
                    _finds.Remove(fingerprint);
            }
        }
    }

    /// <summary>Reads one page that is needed for the next step; where Telnyx asks to wait, it is read after the wait.</summary>
    public async Task<CallEventPage> ReadAsync(PageAsk ask, CancellationToken wanted)
    {
        while (true)
        {
            var since = _time.GetTimestamp();
            await _budget.EnterAsync(RequestPriority.Interactive, wanted);
            try
            {
                return await _sender.SendAsync(ask, Key(wanted), _time.GetElapsedTime(since), wanted);
            }
            catch (TelnyxException exception) when (exception.Error is TelnyxError.RateLimited)
            {
                Fail(exception);
            }
            finally
            {
                _budget.Leave(RequestPriority.Interactive);
            }

            Raise();
        }
    }

    /// <summary>Reads and places a page out of turn, unless it is on its way: then its coming is waited for.</summary>
    public async Task FetchAsync(PageAsk ask, CancellationToken wanted)
    {
        Task coming;
        bool isNew;
        lock (_gate)
            isNew = _needs.TryBegin(ask, out coming);
        if (!isNew)
        {
            await coming.WaitAsync(wanted);
            return;
        }

        try
        {
            Place(ask, await ReadAsync(ask, wanted));
        }
        finally
        {
            lock (_gate)
                _needs.End(ask);
        }

        Raise();
    }

    /// <summary>Looks out for newer events while a viewer can see the list and there can be any.</summary>
    public void WatchAsWanted()
    {
        bool isWatched;
        lock (_gate)
            isWatched = _listing is SnapshotListing { IsOpening: false } && _opening!.IsOpenEnded && _needs.Viewers.Any(viewer => viewer.IsWatching);
        _lookOut.Watch(isWatched);
    }

    private async Task OpenAsync(CancellationToken attended)
    {
        StartedAt = _time.GetUtcNow();
        try
        {
            var opening = await _opener.OpenAsync(attended);
            lock (_gate)
                (_opening, _listing) = (opening, opening.Listing);
        }
        catch (TelnyxException exception)
        {
            Fail(exception);
        }
        catch (OperationCanceledException)
        {
            // The last viewer left; another one may have come since, for whom it begins again.
        }
        finally
        {
            lock (_gate)
                _isOpening = false;
        }

        Advance();
    }

    private async Task TakeTurnAsync(RequestPriority priority, CancellationToken attended)
    {
        var since = _time.GetTimestamp();
        try
        {
            await _budget.EnterAsync(priority, attended);
        }
        catch (OperationCanceledException)
        {
            lock (_gate)
                _needs.GiveUp(priority);
            Pump();
            return;
        }

        (PageAsk Ask, ApiKey Key)? need;
        lock (_gate)
            need = _needs.Take(_failure is null ? _listing : null, priority);
        try
        {
            if (need is not var (ask, key))
                return;
            Pump();
            await FetchAsync(ask, key, _time.GetElapsedTime(since), attended);
        }
        finally
        {
            if (need is not null)
            {
                lock (_gate)
                    _needs.End(need.Value.Ask);
            }

            _budget.Leave(priority);
        }

        Advance();
    }

    private async Task FetchAsync(PageAsk ask, ApiKey key, TimeSpan waited, CancellationToken attended)
    {
        try
        {
            Place(ask, await _sender.SendAsync(ask, key, waited, attended));
        }
        catch (TelnyxException exception)
        {
            Fail(exception);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more, and it was not sent again.
        }
    }

    private async Task<bool> LookAsync()
    {
        PageAsk? ask;
        CancellationToken attended;
        lock (_gate)
            (ask, attended) = (_failure is null ? _listing?.LookOut() : null, _wanted);
        if (ask is null || _budget.IsLow || _budget.WaitUntil is not null || attended.IsCancellationRequested)
            return false;
        var since = _time.GetTimestamp();
        await _budget.EnterAsync(RequestPriority.Background, attended);
        try
        {
            var page = await _sender.SendAsync(ask, Key(attended), _time.GetElapsedTime(since), attended);
            return Count(ask, page);
        }
        catch (TelnyxException)
        {
            // The list stands without it; the next look-out asks again, and the log says what happened.
            return false;
        }
        finally
        {
            _budget.Leave(RequestPriority.Background);
        }
    }

    private bool Count(PageAsk ask, CallEventPage page)
    {
        lock (_gate)
        {
            if (_listing?.CountNewer(ask, page) is not { } newer || newer == _newer)
                return false;
            _newer = newer;
        }

        Raise();
        return true;
    }

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

    private void Advance()
    {
        Pump();
        WatchAsWanted();
        Raise();
    }

    private void HandleWaitChanged()
    {
        lock (_gate)
            ForgiveWait();
        Pump();
        Raise();
    }

    private void ForgiveWait()
    {
        if (_failure is { Error.Error: TelnyxError.RateLimited } && _budget.WaitUntil is null)
            _failure = null;
    }

    private void Fail(TelnyxException exception)
    {
        lock (_gate)
        {
            _failure = new FeedFailure(exception, exception.Error is TelnyxError.RateLimited ? _budget.WaitUntil : null);
            ForgiveWait();
        }
    }

    private ApiKey Key(CancellationToken wanted)
    {
        lock (_gate)
            return _needs.Viewers.Count > 0 ? _needs.Viewers[0].Key : throw new OperationCanceledException("Nobody looks at the list any more.", wanted);
    }

    private void Raise()
    {
        CallEventFeed[] viewers;
        lock (_gate)
            viewers = [.. _needs.Viewers];
        foreach (var viewer in viewers)
            viewer.RaiseChanged();
    }

    private FeedStatus Describe() => new()
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
        Retrying = _sender.Retrying,
        Requests = _sender.Answered,
        Scan = _listing?.Scan,
        Expired = _listing?.Expired ?? 0,
        Late = _listing?.Late.Count ?? 0,
        Newer = _newer,
        WaitUntil = _budget.WaitUntil,
    };
}
