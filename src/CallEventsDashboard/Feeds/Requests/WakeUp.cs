using CallEventsDashboard.Operations;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>One timer that is set again as often as the instant changes for which it is set. Not safe for several threads but for the tick, which takes <paramref name="gate"/>.</summary>
/// <param name="gate">The lock under which it is set.</param>
/// <param name="wake">Called when the instant has come, outside the lock.</param>
/// <param name="failed">Called with the id of an error.</param>
internal sealed class WakeUp(TimeProvider time, BackgroundWork work, string name, Lock gate, Action wake, Action<string> failed)
{
    private (ITimer Timer, DateTimeOffset At)? _next;

    public void Set(DateTimeOffset at)
    {
        if (_next?.At == at)
            return;
        _next?.Timer.Dispose();
        var rest = at - time.GetUtcNow();
        _next = (work.StartTimer(time, name, Tick, rest > TimeSpan.Zero ? rest : TimeSpan.Zero, Timeout.InfiniteTimeSpan, failed), at);
    }

    private void Tick()
    {
        lock (gate)
        {
            // A timer may fire a little early.
            if (_next is { } next && next.At - time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
            {
                next.Timer.Change(rest, Timeout.InfiniteTimeSpan);
                return;
            }

            _next = null;
        }

        wake();
    }
}
