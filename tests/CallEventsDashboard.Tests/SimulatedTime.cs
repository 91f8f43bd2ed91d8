using Microsoft.Extensions.Time.Testing;

namespace CallEventsDashboard;

/// <summary>
/// A clock that a test moves. Its timers fire on the thread that moves it, or else on one of the pool, as real ones do: the clock it is made of lets whoever
/// looks at it fire those that are due, under whatever locks that one holds.
/// </summary>
public class SimulatedTime : FakeTimeProvider
{
    private int _mover;

    public SimulatedTime()
    {
    }

    public SimulatedTime(DateTimeOffset start)
        : base(start)
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(it => Fire(callback, it), state, dueTime, period);

    public new void Advance(TimeSpan by)
    {
        var before = Interlocked.Exchange(ref _mover, Environment.CurrentManagedThreadId);
        base.Advance(by);
        Volatile.Write(ref _mover, before);
    }

    private void Fire(TimerCallback callback, object? state)
    {
        if (Volatile.Read(ref _mover) == Environment.CurrentManagedThreadId)
            callback(state);
        else
            ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
    }
}
