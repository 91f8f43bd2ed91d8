
namespace CallEventsDashboard.Feeds;

/// <summary>
/// A clock that a test moves from one timer to the next, so that no wait takes real time. The time-out of an attempt is passed only where a test
/// wants it: an answer that is merely being computed takes no simulated time.
/// </summary>
internal sealed class SteppedTime(TimeSpan attemptTimeout) : TimeProvider
{
    private static readonly TimeSpan Far = TimeSpan.FromSeconds(1);
    private readonly SimulatedTime _clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly Lock _gate = new();
    private readonly HashSet<Timer> _pending = [];

    /// <summary>Raised on any thread when a timer was set or has ended.</summary>
    public event Action? TimersChanged;

    public bool PassesAttemptTimeouts { get; set; }

    /// <summary>Whether an attempt is on its way.</summary>
    public bool HasAttempts => Has(timer => timer.IsAttempt);

    /// <summary>Whether somebody waits for less than an attempt may take: for the next one, or for a piece of an answer.</summary>
    public bool HasWaits => Has(timer => timer.DueTime < attemptTimeout);

    /// <summary>Whether the timer that is due next is so far off that more may happen before.</summary>
    public bool IsNextFar
    {
        get
        {
            lock (_gate)
                return _pending.MinBy(timer => timer.DueAt) is { } next && next.DueAt - _clock.GetUtcNow() >= Far;
        }
    }

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this);
        timer.Inner = _clock.CreateTimer(
            it =>
            {
                if (period <= TimeSpan.Zero)
                    End(timer);
                callback(it);
            },
            state,
            dueTime,
            period);
        // What comes round again and again is housekeeping: nobody waits for it.
        if (period <= TimeSpan.Zero)
            Begin(timer, dueTime);
        return timer;
    }

    /// <summary>Moves on to the timer that is due next.</summary>
    /// <returns>False when there is none to wait for.</returns>
    public bool TryStep()
    {
        TimeSpan ahead;
        lock (_gate)
        {
            if (_pending.MinBy(timer => timer.DueAt) is not { } next || (next.IsAttempt && !PassesAttemptTimeouts))
                return false;
            ahead = next.DueAt - _clock.GetUtcNow();
        }

        _clock.Advance(ahead > TimeSpan.Zero ? ahead : TimeSpan.FromMilliseconds(1));
        return true;
    }

    public void Advance(TimeSpan by) => _clock.Advance(by);

    private void Begin(Timer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _pending.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            (timer.DueAt, timer.DueTime, timer.IsAttempt) = (_clock.GetUtcNow() + dueTime, dueTime, dueTime == attemptTimeout);
            _pending.Add(timer);
        }

        TimersChanged?.Invoke();
    }

    private bool Has(Func<Timer, bool> isSuch)
    {
        lock (_gate)
            return _pending.Any(isSuch);
    }

    private void End(Timer timer)
    {
        lock (_gate)
            _pending.Remove(timer);
        TimersChanged?.Invoke();
    }

    private sealed class Timer(SteppedTime owner) : ITimer
    {
        public ITimer Inner { get; set; } = null!;

        public DateTimeOffset DueAt { get; set; }

        public TimeSpan DueTime { get; set; }

        public bool IsAttempt { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = Inner.Change(dueTime, period);
            owner.Begin(this, dueTime);
            return changed;
        }

        public void Dispose()
        {
            owner.End(this);
            Inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
