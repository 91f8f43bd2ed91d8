using CallEventsDashboard.Operations;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>
/// Lets the lists of one key look out for newer events one after the other, one list a minute, so that lists which are only looked at hardly use the key's
/// allowance, however many they are. Where there is plenty of it, none has to wait.
/// </summary>
internal sealed class LookOutTurns(TimeProvider time, BackgroundWork work, Func<bool> hasPlenty, Action<string> failed)
{
    private const string Work = "taking turns in looking out";
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private DateTimeOffset _freeAt = DateTimeOffset.MinValue;
    private ITimer? _timer;
    private bool _isTaken;

    /// <summary>Waits for a turn, which is given back by <see cref="Leave"/>.</summary>
    /// <exception cref="OperationCanceledException">The turn is no longer wanted, and was not given.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
            place = _waiting.AddLast(turn);
        GiveTurns();
        await using var registration = cancellationToken.Register(() => GiveUp(place, cancellationToken));
        await turn.Task;
    }

    /// <param name="isUsed">Whether anything was asked.</param>
    public void Leave(bool isUsed)
    {
        lock (_gate)
        {
            _isTaken = false;
            if (isUsed)
                _freeAt = time.GetUtcNow() + Apart;
        }

        GiveTurns();
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (place.List is null)
                return;
            _waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    private void GiveTurns()
    {
        while (TakeNext() is { } turn)
            turn.SetResult();
    }

    private TaskCompletionSource? TakeNext()
    {
        lock (_gate)
        {
            if (_waiting.First is not { } next)
                return null;
            if (!hasPlenty())
            {
                if (_isTaken)
                    return null;
                if (_freeAt - time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
                {
                    _timer?.Dispose();
                    _timer = work.StartTimer(time, Work, GiveTurns, rest, Timeout.InfiniteTimeSpan, failed);
                    return null;
                }
            }

            _isTaken = true;
            _waiting.RemoveFirst();
            return next.Value;
        }
    }
}
