using CallEventsDashboard.Feeds.Live;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>
/// Polls a live list for its newest events: as often as the allowance permits while somebody follows it, less often while they read, once a minute while
/// nobody sees it, so that the tab's title can still count failures.
/// </summary>
/// <param name="settleAsync">Confirms the number of rows, where that could not be done before they had settled.</param>
internal sealed class LiveFollower(
    Snapshot snapshot, PageFetcher fetcher, RequestBudget budget, ServiceClock clock, SnapshotWork work, TimeProvider time, Func<CancellationToken, Task> settleAsync) : IDisposable
{
    private static readonly TimeSpan WhilePaused = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan WhileHidden = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan CountEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhileOpening = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1);

    // A list that is opened again costs so many, and is within the pace of polls with them.
    private const int RequestsOfOpening = 4;

    private readonly long _begunAt = time.GetTimestamp();
    private ITimer? _timer;
    private TimeSpan _period;
    private long _countedAt = time.GetTimestamp();
    private bool _isWatched;
    private bool _isPaused;
    private bool _hasFailed;
    private bool _isPolling;

    /// <summary>Describes how the list is followed.</summary>
    public LiveStatus Status => snapshot.Look(list => new LiveStatus
    {
        State = list is LiveListing { HasNoBound: true } || snapshot.Writing.AreRefused ? LiveState.Impossible
            : IsHeldBack ? LiveState.Paused
            : list is LiveListing { HasBegun: true } && !_hasFailed && budget.WaitUntil is null && !budget.IsLow ? LiveState.Following
            : LiveState.Waiting,
        Period = _period > TimeSpan.Zero ? _period : budget.PollPeriod,
        Gap = (list as LiveListing)?.Gap ?? 0,
        Failures = (list as LiveListing)?.News.Failures ?? 0,
        Inserted = (list as LiveListing)?.News.Arrivals.Count ?? 0,
        Round = (list as LiveListing)?.News.Round ?? 0,
        NeedsRenewal = list is LiveListing { NeedsRenewal: true } && time.GetElapsedTime(_begunAt) >= RequestsOfOpening * budget.PollPeriod,
    });

    private bool IsHeldBack => _isPaused || !_isWatched || snapshot.Viewers.All.Count > 1;

    /// <summary>Holds new events back, or lists those that were held back and goes on.</summary>
    public void Pause(bool isPaused)
    {
        lock (snapshot.Gate)
        {
            if (_isPaused == isPaused)
                return;
            _isPaused = isPaused;
            HoldBack();
        }

        Schedule();
    }

    /// <summary>Follows the list from now on, or goes on as the number of its viewers and what they see have changed.</summary>
    /// <param name="isWatched">Whether somebody can see it.</param>
    public void Watch(bool isWatched)
    {
        lock (snapshot.Gate)
        {
            if (_timer is not null && _isWatched == isWatched && snapshot.Viewers.All.Count > 0)
                return;
            _isWatched = isWatched;
            HoldBack();
        }

        Schedule();
    }

    /// <summary>Takes in that a viewer has come or gone.</summary>
    public void CountViewers()
    {
        lock (snapshot.Gate)
            HoldBack();
    }

    public void Dispose()
    {
        lock (snapshot.Gate)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    // An export reads the rows by their indices, as a second viewer.
    private void HoldBack()
    {
        if (snapshot.Listing is not LiveListing live)
            return;
        live.IsPaused = IsHeldBack;
        if (!IsHeldBack)
            live.News.ForgetFailures();
    }

    private void Schedule()
    {
        lock (snapshot.Gate)
        {
            if (snapshot.Viewers.All.Count == 0)
            {
                _timer?.Dispose();
                _timer = null;
                return;
            }

            if (_isPolling)
                return;
            // Whoever scrolls up and down pauses it again and again, and has no more polls for it.
            var due = !_isWatched ? WhileHidden : IsHeldBack ? WhilePaused : budget.LivePolls.Wait + AtOnce;
            if (_timer is null)
                _timer = work.StartTimer(time, "polling a live list", RunAsync, due);
            else
                _timer.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task RunAsync()
    {
        IReadOnlyList<PageFetch> polls;
        PageFetch? count;
        FeedOpening? opening;
        CancellationToken attended;
        bool settles;
        lock (snapshot.Gate)
        {
            if (_isPolling || snapshot.Viewers.All.Count == 0)
                return;
            HoldBack();
            (opening, attended, settles) = (snapshot.Opening, snapshot.Viewers.Attended, snapshot.Listing?.Settle() is not null);
            polls = snapshot.MayBeRead && snapshot.Listing is LiveListing live ? live.Polls(clock.Now) : [];
            count = polls.Count > 0 && time.GetElapsedTime(_countedAt) >= CountEvery ? snapshot.Listing!.CountArrivals() : null;
            _isPolling = true;
        }

        try
        {
            if (settles)
                await settleAsync(attended);
            if (count is not null)
                await CountAsync(count, polls, opening, attended);
            else
                await PollAsync(polls, opening, attended);
            _hasFailed = false;
        }
        catch (TelnyxException)
        {
            // The list stands without it; the next poll reaches as far back as this one would have, and the log says what happened.
            _hasFailed = true;
        }
        catch (OperationCanceledException)
        {
            // The last viewer left while it waited for its turn.
        }
        finally
        {
            Rearm(polls.Count, polls.Count + (count is null ? 0 : 1) + (settles ? 1 : 0));
            snapshot.Viewers.RaiseChanged();
        }
    }

    /// <summary>Counts before it polls, so that what arrives between the two is not taken for late.</summary>
    private async Task CountAsync(PageFetch count, IReadOnlyList<PageFetch> polls, FeedOpening? opening, CancellationToken attended)
    {
        _countedAt = time.GetTimestamp();
        var page = await fetcher.ReadBesideAsync(count, RequestPriority.Background, attended);
        await PollAsync(polls, opening, attended);
        snapshot.Look(list => list?.CountUnplaced(count, page) is { } late && snapshot.Arrivals.Learn(late, newer: 0, list.Late.Count));
    }

    private async Task PollAsync(IReadOnlyList<PageFetch> polls, FeedOpening? opening, CancellationToken attended)
    {
        foreach (var poll in polls)
            await fetcher.PlaceAsync(opening, poll, each => fetcher.ReadBesideAsync(each, RequestPriority.Background, attended));
    }

    private void Rearm(int polls, int requests)
    {
        lock (snapshot.Gate)
        {
            _isPolling = false;
            HoldBack();
            var turn = requests > 0 ? budget.LivePolls.Use(requests) : snapshot.Listing is LiveListing { HasNoBound: true } ? WhileHidden : WhileOpening;
            if (requests == polls)
                _period = turn;
            var due = !_isWatched ? WhileHidden : IsHeldBack ? WhilePaused : turn;
            _timer?.Change(due > turn ? due : turn, Timeout.InfiniteTimeSpan);
        }
    }
}
