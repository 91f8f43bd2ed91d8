using CallEventsDashboard.Operations;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>
/// Lets the lists of one key poll for newer events one after the other, one list a minute, so that lists which are only looked at hardly use the key's
/// allowance, however many they are. Where there is plenty of it, none has to wait.
/// </summary>
internal sealed class PollTurns
{
    private const string Work = "taking turns in polling";
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly Func<bool> _hasPlenty;
    private readonly TurnQueue _waiting;
    private readonly WakeUp _wakeUp;
    private DateTimeOffset _freeAt = DateTimeOffset.MinValue;
    private bool _isTaken;

    public PollTurns(TimeProvider time, BackgroundWork work, Func<bool> hasPlenty, Action<string> failed)
    {
        (_time, _hasPlenty, _waiting) = (time, hasPlenty, new TurnQueue(_gate, GiveTurns));
        _wakeUp = new WakeUp(time, work, Work, _gate, GiveTurns, failed);
    }

    /// <summary>Waits for a turn, which is given back by <see cref="Leave"/>.</summary>
    /// <exception cref="OperationCanceledException">The turn is no longer wanted, and was not given.</exception>
    public Task EnterAsync(CancellationToken cancellationToken) => _waiting.EnterAsync(cancellationToken);

    /// <param name="isUsed">Whether anything was asked.</param>
    public void Leave(bool isUsed)
    {
        lock (_gate)
        {
            _isTaken = false;
            if (isUsed)
                _freeAt = _time.GetUtcNow() + Apart;
        }

        GiveTurns();
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
            if (_waiting.IsEmpty)
                return null;
            if (!_hasPlenty())
            {
                if (_isTaken)
                    return null;
                if (_freeAt > _time.GetUtcNow())
                {
                    _wakeUp.Set(_freeAt);
                    return null;
                }
            }

            _isTaken = true;
            return _waiting.Take();
        }
    }
}
