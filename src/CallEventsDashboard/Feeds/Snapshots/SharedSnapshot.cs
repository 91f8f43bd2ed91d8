using System.Runtime.CompilerServices;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Counting;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Live;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>The part of a list that all its viewers share: its snapshot, and the readers, finder and counters of it.</summary>
internal sealed class SharedSnapshot : IDisposable
{
    private readonly RequestBudget _budget;
    private readonly RequestSender _sender;
    private readonly SnapshotWork _work;
    private readonly ReadScheduler _scheduler;
    private readonly SharedFinder _finder;
    private readonly NewerEventsPoller _poller;
    private LiveFollower? _follower;
    private readonly ValueCounter _counter;
    private readonly Dictionary<VolumeSeries, ListVolume> _volumes;

    /// <param name="isLive">Whether the list goes on at its newest end, for its one viewer.</param>
    public SharedSnapshot(
        CallEventsClient client, CallEventQuery query, FeedOptions options, RequestBudget budget, BackgroundWork work, TimeProvider time, Func<CallEventQuery, KnownBuckets> known, bool isLive)
    {
        (_budget, Work, Clock) = (budget, work, client.Clock);
        var (plan, limit, writing) = (FilterPlan.For(query, Clock.Now), new PageLimit(client.MaxBodyBytes), new BoundWriting());
        State = new Snapshot(query, plan, limit, writing, budget);
        _sender = new RequestSender(client, plan.Filter, budget, time, State.Viewers.RaiseChanged);
        _work = new SnapshotWork(work, State.Failures);
        var fetcher = new PageFetcher(State, budget, _sender, time);
        Func<CancellationToken, Task<FeedOpening>> openAsync = query.Party is null
            ? new FeedOpener(query, plan, options.ScanPages, limit, writing, fetcher.ReadAsync, Clock) { IsSparing = () => !HasPlenty }.OpenAsync
            : new PartyOpener(query, options.ScanPages, limit, writing, fetcher.ReadAsync, Clock).OpenAsync;
        _scheduler = new ReadScheduler(State, isLive ? async wanted => LiveOpening.Create(await openAsync(wanted), limit, writing) : openAsync, fetcher, _work, time);
        _follower = isLive ? new LiveFollower(State, fetcher, budget, Clock, _work, time, _scheduler.SettleAsync) : null;
        _finder = new SharedFinder(new EventFinder(_scheduler, query.Range.Exactly is not null), _work);
        var newer = new NewerEventsCounter(_scheduler, State.Arrivals, budget.PollTurns, MayCountNewer, State.Viewers.RaiseChanged);
        _poller = new NewerEventsPoller(time, _work, () => newer.CountAsync(State.Look(_ => State.Viewers.Attended)));
        _counter = new ValueCounter(query, new SharedCounts(new QueryCounter(fetcher.ReadCountAsync, Clock), work, State.Failures.FailBeside, time, () => HasPlenty));
        ListVolume Count(VolumeSeries series, Func<TimeSpan>? likeStep) => new(State, series, fetcher.ReadCountAsync, known, Clock, State.Viewers.RaiseChanged, likeStep);
        var all = Count(VolumeSeries.All, null);
        _volumes = new Dictionary<VolumeSeries, ListVolume> { [VolumeSeries.All] = all, [VolumeSeries.Failed] = Count(VolumeSeries.Failed, () => all.Current.Step) };
        var prover = new FilterProver(query, fetcher.ReadCountAsync, Clock, State.Gate, State.Viewers.RaiseChanged);
        _scheduler.Advanced += PollAsWanted;
        _scheduler.Opened += (opening, attended) => _work.Begin(() => prover.ProveAsync(opening, attended));
    }

    public Snapshot State { get; }

    public BackgroundWork Work { get; }

    /// <summary>The service's clock.</summary>
    public ServiceClock Clock { get; }

    /// <summary>How long ago the list began to be opened; null before.</summary>
    public TimeSpan? Age => _scheduler.Age;

    /// <summary>How the list is followed; null where it is not live.</summary>
    public LiveStatus? Live => _follower?.Status;

    /// <summary>Whether so much of the key's allowance is to spare that even what nobody asked for may be read.</summary>
    public bool HasPlenty => _budget.HasPlenty;

    public IReadOnlyList<RequestEntry> RequestLog => _sender.Log;

    /// <summary>Describes the list by all that is known of it at one moment, while nothing changes it.</summary>
    public T Describe<T>(Func<Snapshot, RequestSender, RequestBudget, T> describe) => State.Look(_ => describe(State, _sender, _budget));

    /// <summary>Reads what viewers lack.</summary>
    /// <param name="move">Changes what one of them wants.</param>
    public void Move(Action move)
    {
        lock (State.Gate)
            move();
        _scheduler.Schedule();
    }

    public void Attach(IFeedViewer viewer)
    {
        lock (State.Gate)
        {
            if (State.Viewers.Add(viewer))
                Begin();
        }

        _follower?.CountViewers();
    }

    public void Detach(IFeedViewer viewer)
    {
        Action? cancel;
        lock (State.Gate)
        {
            cancel = State.Viewers.Remove(viewer);
            if (cancel is not null)
            {
                _budget.WaitChanged -= HandleWaitChanged;
                _budget.Failed -= State.Failures.FailBeside;
            }
        }

        // Whoever came meanwhile, on another thread, has a token of their own.
        cancel?.Invoke();
        PollAsWanted();
        _follower?.CountViewers();
    }

    // The last viewer to leave cancels and disposes what it waited with, and may be about to.
    public void Dispose()
    {
        _poller.Watch(isWatched: false);
        _follower?.Dispose();
    }

    public void Retry() => _work.Run(() =>
    {
        _budget.EndWaits();
        if (!State.TryRetry())
            return;
        _finder.Clear();
        // An error ends the polls; watched again, they begin again.
        _poller.Watch(isWatched: false);
        _scheduler.Advance();
    });

    public void Continue() => _work.Run(() =>
    {
        lock (State.Gate)
            State.Listing?.Continue();
        _scheduler.Schedule();
        State.Viewers.RaiseChanged();
    });

    /// <summary>Holds new events of a live list back, or lists them.</summary>
    public void Pause(bool isPaused) => _work.Run(() =>
    {
        _follower?.Pause(isPaused);
        State.Viewers.RaiseChanged();
    });

    /// <summary>Leaves a live list as it is: from now on what arrives is counted.</summary>
    public void Unfollow()
    {
        _follower?.Dispose();
        _follower = null;
        PollAsWanted();
        State.Viewers.RaiseChanged();
    }

    public Task<int?> FindAsync(string fingerprint) => _finder.FindAsync(fingerprint, State.Look(_ => State.Viewers.Attended));

    /// <summary>Counts what the list would have at values of a filter; no number is given where the dashboard has to filter itself.</summary>
    public async IAsyncEnumerable<ValueCount> CountAsync(FilterParameter parameter, CountOrder values, [EnumeratorCancellation] CancellationToken wanted)
    {
        // A list that is filtered here is none that Telnyx counts; without the very filter that makes it so, it may be.
        if (parameter.Only(State.Query, "").IsDashboardsOwn || State.Look(list => State.Failures.Failure is not null || !IsCounted(list)))
        {
            while (values.Take() is { } value)
                yield return new ValueCount(value, null);
            yield break;
        }

        await foreach (var count in _counter.CountAsync(parameter, values, wanted))
            yield return State.Look(list => !IsCounted(list)) ? count with { Count = null } : count;
        State.Viewers.RaiseChanged();
    }

    /// <summary>How many events that were read have each value of a filter.</summary>
    public ValueTally Tally(FilterParameter parameter) => State.Look(list => list is null ? ValueTally.None : ListTally.Count(list, parameter));

    /// <summary>The list's events over its range, as far as they are counted.</summary>
    public EventVolume Volume(VolumeSeries series) => _volumes[series].Current;

    /// <inheritdoc cref="ListVolume.CountAsync"/>
    public void CountVolume(VolumeSeries series, bool finer)
    {
        var attended = State.Look(_ => State.Viewers.Attended);
        Work.Begin("counting events over time", () => _volumes[series].CountAsync(finer, attended), State.Failures.FailBeside);
    }

    /// <summary>Polls for newer events while a viewer can see the list and there can be any.</summary>
    public void PollAsWanted()
    {
        if (_follower is not null)
            _follower.Watch(State.Look(_ => State.Viewers.IsWatching));
        else
            _poller.Watch(State.Look(list => list is { IsIndexed: true, IsOpening: false } && State.Opening!.IsOpenEnded && State.Viewers.IsWatching));
    }

    // A list of several values is read in order although Telnyx may apply all that it is asked for.
    private bool IsCounted(Listing? list) =>
        list is null or { IsIndexed: true } || (State.Query.Conditions.AreFilteredHere && !State.Verification.IsIgnored && !State.HasBegunAnew && !State.Writing.AreRefused);

    private void Begin()
    {
        _budget.WaitChanged += HandleWaitChanged;
        _budget.Failed += State.Failures.FailBeside;
        // A failure that viewers left behind is tried again for the next one.
        if (State.Failures.IsBroken || _budget.WaitUntil is null)
            State.ClearFailures();
    }

    private bool MayCountNewer() => State.Failures.Failure is null && State.Viewers.IsWatching && !_budget.IsLow && _budget.WaitUntil is null;

    private void HandleWaitChanged() => _work.Run(() =>
    {
        lock (State.Gate)
            State.Failures.ForgiveWait();
        _scheduler.Schedule();
        State.Viewers.RaiseChanged();
    });
}
