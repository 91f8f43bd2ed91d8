using CallEventsDashboard.Operations;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>A wait that Telnyx asked for. Safe for several threads.</summary>
/// <param name="ended">Called when it is over, before what waits goes on.</param>
/// <param name="failed">Called with the id of an error that kept it from ending; <see cref="End"/> tries again.</param>
internal sealed class ServiceWait(TimeProvider time, BackgroundWork work, Action ended, Action<string> failed)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? _until;
    private ITimer? _timer;

    /// <summary>Null when nothing has to wait.</summary>
    public DateTimeOffset? Until
    {
        get
        {
            lock (_gate)
                return _until;
        }
    }

    /// <summary>Completes when the wait is over; null when nothing has to wait.</summary>
    public Task? Over
    {
        get
        {
            lock (_gate)
                return _until is null ? null : _over.Task;
        }
    }

    /// <returns>False when a wait that is no shorter runs already.</returns>
    public bool TryBegin(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + wait;
            if (until <= _until)
                return false;
            _until = until;
            _timer?.Dispose();
            _timer = work.StartTimer(time, RequestBudget.Work, End, wait, Timeout.InfiniteTimeSpan, failed);
            return true;
        }
    }

    /// <summary>Ends the wait if its time has come.</summary>
    public void End()
    {
        TaskCompletionSource over;
        lock (_gate)
        {
            if (_until is not { } until)
                return;
            if (until - time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
            {
                // A timer may fire a little early, and a wait may have been made longer.
                _timer?.Change(rest, Timeout.InfiniteTimeSpan);
                return;
            }

            _until = null;
            (over, _over) = (_over, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        ended();
        over.SetResult();
    }
}
