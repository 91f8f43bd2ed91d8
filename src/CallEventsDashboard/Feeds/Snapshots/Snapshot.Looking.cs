using System.Runtime.CompilerServices;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Scanning;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <content>What is looked for beside the rows in view: one row, newer events, and counts.</content>
internal sealed partial class Snapshot
{
    /// <summary>Looks for a row; all who look for the same one at a time share one search.</summary>
    public async Task<int?> FindAsync(string fingerprint)
    {
        (CancellationToken Attended, Lazy<Task<int?>> Task) find;
        lock (_gate)
        {
            // A search for viewers who have all left ends without an answer.
            if (!_finds.TryGetValue(fingerprint, out find) || find.Attended.IsCancellationRequested)
            {
                var attended = _wanted;
                _finds[fingerprint] = find = (attended, new(() => Work.RunAsync("looking for an event", () => SearchAsync(fingerprint, attended), id =>
                {
                    FailBeside(id);
                    return null;
                })));
            }
        }

        try
        {
            return await find.Task.Value;
        }
        finally
        {
            lock (_gate)
            {
                if (_finds.GetValueOrDefault(fingerprint).Task == find.Task)
                    _finds.Remove(fingerprint);
            }
        }
    }

    private async Task<int?> SearchAsync(string fingerprint, CancellationToken attended)
    {
        var round = Volatile.Read(ref _round);
        try
        {
            return await new EventFinder(this, _query.Range.Exactly is not null).FindAsync(fingerprint, attended);
        }
        catch (TelnyxException exception)
        {
            Fail(exception, round);
            Raise();
            return null;
        }
    }

    /// <summary>Counts what the list would have at values of a filter; no number is told where the dashboard has to filter itself.</summary>
    public async IAsyncEnumerable<ValueCount> CountAsync(FilterParameter parameter, CountOrder values, [EnumeratorCancellation] CancellationToken wanted)
    {
        if (_query.IsDashboardsOwn || Look(list => _failure is not null || list is ScannedListing))
        {
            while (values.Take() is { } value)
                yield return new ValueCount(value, null);
            yield break;
        }

        await foreach (var count in _counter.CountAsync(parameter, values, wanted))
            yield return Look(list => list is ScannedListing) ? count with { Count = null } : count;
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

    private async Task<bool> LookAsync()
    {
        CancellationToken attended;
        lock (_gate)
            attended = _wanted;
        await _budget.LookOuts.EnterAsync(attended);
        PageAsk? ask = null;
        try
        {
            FeedOpening? opening;
            PageAsk? settle;
            // Who looked at the list may have left while it waited.
            lock (_gate)
            {
                var listing = _failure is null && _needs.Viewers.Any(viewer => viewer.IsWatching) && !_budget.IsLow && _budget.WaitUntil is null ? _listing : null;
                (opening, settle) = (_opening, listing?.Settle());
                ask = settle ?? listing?.LookOut();
            }

            return settle is not null ? await SettleAsync(opening, settle, attended) : ask is not null && await LookAsync(ask, attended);
        }
        finally
        {
            _budget.LookOuts.Leave(isUsed: ask is not null);
        }
    }

    private async Task<bool> SettleAsync(FeedOpening? opening, PageAsk ask, CancellationToken attended)
    {
        try
        {
            Place(opening, ask, await ReadBesideAsync(ask, RequestPriority.Background, attended));
        }
        catch (TelnyxException)
        {
            // The list says that it is not checked yet, and is checked with the next look-out.
        }

        Advance();
        return true;
    }

    private async Task<bool> LookAsync(PageAsk ask, CancellationToken attended)
    {
        try
        {
            var unplaced = Count(ask, await ReadBesideAsync(ask, RequestPriority.Background, attended));
            if (unplaced is null || IsKnown(unplaced.Value))
                return false;
            // Only a second count tells those at the newest end from those that slipped in among rows which had settled.
            var newest = unplaced == 0 ? null : Look(list => list?.LookOutAtNewest());
            var newer = newest is null || newest.Bound == ask.Bound ? unplaced : Count(newest, await ReadBesideAsync(newest, RequestPriority.Background, attended));
            return newer is not null && Learn(unplaced.Value, Math.Min(newer.Value, unplaced.Value));
        }
        catch (TelnyxException)
        {
            // The list stands without it; the next look-out asks again, and the log says what happened.
            return false;
        }
        finally
        {
            Raise();
        }
    }

    /// <summary>Finds out which filters were applied, where rows are left that may contradict them: from what the key's allowance has to spare.</summary>
    private async Task ProveAsync(FeedOpening opening, CancellationToken attended)
    {
        IReadOnlyList<FilterParameter> filters;
        lock (_gate)
            filters = opening.Listing is SnapshotListing && opening.Total > opening.Listing.PlacedRows ? opening.Tally.Confirmed : [];
        if (filters.Count == 0)
            return;
        try
        {
            await foreach (var (parameter, isApplied) in _proof.ProveAsync(filters, opening.Bound, opening.Total!.Value, attended))
            {
                lock (_gate)
                    opening.Tally.Prove(parameter, isApplied);
                Raise();
            }
        }
        catch (TelnyxException)
        {
            // The list stands without it, and the log says what happened.
        }
        catch (OperationCanceledException)
        {
            // The last viewer left before there was any to spare.
        }
    }

    private int? Count(PageAsk ask, CallEventPage page) => Look(list => list?.CountUnplaced(ask, page));

    private bool IsKnown(int unplaced) => Look(list => (unplaced, list?.Late.Count ?? 0) == (_arrivals.Unplaced, _arrivals.Held));

    private bool Learn(int unplaced, int newer) => Look(list =>
    {
        var (known, held) = (_arrivals, list?.Late.Count ?? 0);
        _arrivals = new Arrivals(unplaced, newer, held);
        return (known.Newer, known.Late) != (_arrivals.Newer, _arrivals.Late);
    });

    private Task<CallEventPage> ReadCountAsync(CountAsk ask, CancellationToken wanted) => ReadBesideAsync(ask, RequestPriority.Spare, wanted);

    /// <summary>Reads what no row in view waits for, after everything that one does.</summary>
    private async Task<CallEventPage> ReadBesideAsync(PageAsk ask, RequestPriority priority, CancellationToken wanted)
    {
        var since = _time.GetTimestamp();
        await _budget.EnterAsync(priority, wanted);
        try
        {
            return await _sender.SendAsync(ask, Key(wanted), _time.GetElapsedTime(since), wanted);
        }
        finally
        {
            _budget.Leave(priority);
        }
    }
}
