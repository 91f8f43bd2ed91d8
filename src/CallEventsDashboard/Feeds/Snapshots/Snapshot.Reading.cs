using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <content>What is read, and when: turns for pages, the steps of the opening, look-outs.</content>
internal sealed partial class Snapshot
{
    private static readonly PageAsk WithoutRows = new(new TimeBound(TimeComparison.Before, DateTimeOffset.UnixEpoch), PageRequest.Smallest);

    /// <summary>Asks for turns to read what is missing, if anything is.</summary>
    public void Pump() => Guard(() =>
    {
        bool opens, wants, aheads;
        RequestPriority aside;
        CancellationToken attended;
        lock (_gate)
        {
            if (_failure is not null || _isBroken || _plan.Reach is Reach.None || !_needs.IsWanted)
                return;
            opens = _listing is null && !_isOpening;
            _isOpening |= opens;
            _isBroken = true;
            wants = _needs.Claim(_listing, RequestPriority.Interactive);
            // Somebody waits for the rest of a search, and nobody for a page ahead of need.
            aside = _listing is { Scan: not null } ? RequestPriority.Background : RequestPriority.Spare;
            aheads = _needs.Claim(_listing, aside);
            _isBroken = false;
            attended = _wanted;
        }

        if (opens)
            Begin(() => OpenAsync(attended));
        if (wants)
            Begin(() => TakeTurnAsync(RequestPriority.Interactive, attended));
        if (aheads)
            Begin(() => TakeTurnAsync(aside, attended));
    });

    /// <summary>Reads one page that is needed for the next step; where Telnyx asks to wait, it is read after the wait.</summary>
    public async Task<CallEventPage> ReadAsync(PageAsk ask, CancellationToken wanted)
    {
        while (true)
        {
            var since = _time.GetTimestamp();
            var round = Volatile.Read(ref _round);
            await _budget.EnterAsync(RequestPriority.Interactive, wanted);
            try
            {
                return await _sender.SendAsync(ask, Key(wanted), _time.GetElapsedTime(since), wanted);
            }
            catch (TelnyxException exception) when (exception.Error is TelnyxError.RateLimited)
            {
                Fail(exception, round);
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
        FeedOpening? opening;
        lock (_gate)
            (isNew, opening) = (_needs.TryBegin(ask, out coming), _opening);
        if (!isNew)
        {
            await coming.WaitAsync(wanted);
            return;
        }

        try
        {
            await PlaceFittingAsync(opening, ask, each => ReadAsync(each, wanted));
        }
        finally
        {
            lock (_gate)
                _needs.End(ask);
            // Rows that others want were not asked for while this page was on its way: now they are, if it has not brought them.
            Advance();
        }
    }

    private void Begin(Func<Task> readAsync)
    {
        var round = Volatile.Read(ref _round);
        Work.Begin(Reading, readAsync, id => Fail(id, round));
    }

    private async Task OpenAsync(CancellationToken attended)
    {
        _startedAt = _time.GetTimestamp();
        var round = Volatile.Read(ref _round);
        FeedOpening? opening = null;
        try
        {
            opening = await _opener.OpenAsync(attended);
            lock (_gate)
                (_opening, _listing, _plan) = (opening, opening.Listing, opening.Plan);
        }
        catch (TelnyxException exception)
        {
            Fail(exception, round);
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
        if (opening is not null)
            await ProveAsync(opening, attended);
    }

    private async Task TakeTurnAsync(RequestPriority priority, CancellationToken attended)
    {
        var (since, hasTurn) = (_time.GetTimestamp(), false);
        try
        {
            await _budget.EnterAsync(priority, attended);
            hasTurn = true;
        }
        catch (OperationCanceledException)
        {
            // Everybody who wanted the turn has left.
        }
        finally
        {
            if (!hasTurn)
            {
                lock (_gate)
                    _needs.GiveUp(priority);
            }
        }

        if (!hasTurn)
        {
            Pump();
            return;
        }

        (PageAsk Ask, ApiKey Key)? need = null;
        try
        {
            FeedOpening? opening;
            lock (_gate)
                (need, opening) = (Take(priority), _opening);
            if (need is not var (ask, key))
                return;
            Pump();
            await FetchAsync(opening, ask, key, _time.GetElapsedTime(since), attended);
        }
        finally
        {
            if (need is not null)
            {
                lock (_gate)
                    _needs.End(need.Value.Ask);
            }

            _budget.Leave(priority, isUsed: need is not null);
        }

        Advance();
    }

    private (PageAsk Ask, ApiKey Key)? Take(RequestPriority priority)
    {
        if (_failure is not null || _isBroken)
            return _needs.Take(null, priority);
        _isBroken = true;
        var need = _needs.Take(_listing, priority);
        _isBroken = false;
        return need;
    }

    private async Task FetchAsync(FeedOpening? opening, PageAsk ask, ApiKey key, TimeSpan waited, CancellationToken attended)
    {
        var round = Volatile.Read(ref _round);
        try
        {
            await PlaceFittingAsync(opening, ask, each => _sender.SendAsync(each, key, waited, attended));
        }
        catch (TelnyxException exception)
        {
            Fail(exception, round);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more, and it was not sent again.
        }
    }

    /// <summary>Places the answer; after one that was too large the same rows are still missing, and are asked for with fewer at a time.</summary>
    private async Task PlaceFittingAsync(FeedOpening? opening, PageAsk ask, Func<PageAsk, Task<CallEventPage>> readAsync)
    {
        try
        {
            Place(opening, ask, await readAsync(ask));
        }
        catch (TelnyxException exception) when (exception.IsTooLarge)
        {
            lock (_gate)
            {
                if (_limit.TryShrink(ask.Page))
                    return;
            }

            // Where even an answer without rows is too large, it is not for the record.
            await readAsync(WithoutRows);
            lock (_gate)
            {
                if (ReferenceEquals(_opening, opening))
                    _listing?.PlaceTooLarge(ask);
            }
        }
    }

    /// <param name="opening">That of the list when the page was asked for. After an error the list is opened anew, and the page belongs to none.</param>
    private void Place(FeedOpening? opening, PageAsk ask, CallEventPage page)
    {
        lock (_gate)
        {
            if (_isBroken || _opening is null || !ReferenceEquals(_opening, opening))
                return;
            _isBroken = true;
            _limit.Learn(page);
            _writing.Learn(page);
            // A check asks beyond the bound of the list.
            if (ask is not AnchoredAsk { Side: AnchorSide.Depth } && _opening.Tally.Add(page.Events, ask.Bound?.Comparison is not (TimeComparison.After or TimeComparison.AtOrAfter)))
                _listing!.Reconsider();
            _listing!.Place(ask, page);
            if (_listing is SnapshotListing && (_opening.Tally.IsIgnored || _listing.HasLostTrust))
            {
                // It is read from its beginning, and what had come in late by then is in its pages like any other row.
                _arrivals = _listing.HasNoBounds ? default : new Arrivals(_arrivals.Newer, _arrivals.Newer, 0);
                _listing = _opener.Scan(_listing.MustBeReadByTime);
                _hasBegunAnew = true;
            }

            _isBroken = false;
        }
    }

    private void Advance()
    {
        Pump();
        WatchAsWanted();
        Raise();
    }

    private ApiKey Key(CancellationToken wanted)
    {
        lock (_gate)
            return _needs.Viewers.Count > 0 ? _needs.Viewers[0].Key : throw new OperationCanceledException("Nobody looks at the list any more.", wanted);
    }
}
