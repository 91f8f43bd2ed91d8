namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>When to poll for newer events: often while there are some, seldom while it stays quiet, never while nobody sees the list.</summary>
/// <remarks>After an error it polls no more until it is watched again.</remarks>
/// <param name="pollAsync">Polls once, and says whether anything changed.</param>
internal sealed class NewerEventsPoller(TimeProvider time, SnapshotWork work, Func<Task<bool>> pollAsync)
{
    private const int QuietRounds = 10;
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private long? _lastPoll;
    private int _quiet;

    private TimeSpan Period => _quiet >= QuietRounds ? Seldom : Often;

    public void Watch(bool isWatched)
    {
        lock (_gate)
        {
            if (isWatched == _timer is not null)
                return;
            _timer?.Dispose();
            _timer = null;
            if (!isWatched)
                return;
            _lastPoll ??= time.GetTimestamp();
            var due = Often - time.GetElapsedTime(_lastPoll.Value);
            // Never at once: a poll that is over before the timer is there can't set it again.
            _timer = work.StartTimer(time, "polling for newer events", RunAsync, due > Soonest ? due : Soonest);
        }
    }

    private async Task RunAsync()
    {
        try
        {
            var hasChanged = await pollAsync();
            lock (_gate)
                _quiet = hasChanged ? 0 : _quiet + 1;
        }
        catch (OperationCanceledException)
        {
            // The last viewer left while it stood back for others.
        }

        lock (_gate)
        {
            _lastPoll = time.GetTimestamp();
            _timer?.Change(Period, Timeout.InfiniteTimeSpan);
        }
    }
}
