using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

internal enum RequestPriority
{
    /// <summary>A person waits for it.</summary>
    Interactive,

    /// <summary>Pages ahead of need, and counts.</summary>
    Background,
}

/// <summary>
/// Lets the requests of one key through: a few at a time, those that a person waits for before the others, and none while Telnyx asks to wait.
/// What waits here is a turn, not a page: which page to ask for is decided when the turn comes, so that nothing superseded is ever sent.
/// </summary>
internal sealed class RequestBudget(TimeProvider time, BackgroundWork work)
{
    private const string Work = "ending a wait for Telnyx";
    private const int MaxUnderWay = 4;

    // The rest is kept for people: a page ahead of need never stands between them and theirs.
    private const int MaxBackgroundUnderWay = 2;
    private const double LowShare = 0.1;
    private static readonly TimeSpan UnstatedReset = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _interactive = [];
    private readonly LinkedList<TaskCompletionSource> _background = [];
    private TaskCompletionSource _resumed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? _waitUntil;
    private DateTimeOffset? _lowUntil;
    private ITimer? _waitTimer;
    private ITimer? _lowTimer;
    private int _underWay;
    private int _backgroundUnderWay;

    /// <summary>Raised on any thread when a wait begins, gets longer or ends.</summary>
    public event Action? WaitChanged;

    /// <summary>Raised on any thread, with the id of an error, when a wait could not be ended; <see cref="EndWaits"/> tries again.</summary>
    public event Action<string>? Failed;

    /// <summary>Until when Telnyx asked to wait; null when nothing has to.</summary>
    public DateTimeOffset? WaitUntil
    {
        get
        {
            lock (_gate)
                return _waitUntil;
        }
    }

    /// <summary>Whether what is left of the key's allowance is kept for people.</summary>
    public bool IsLow
    {
        get
        {
            lock (_gate)
                return _lowUntil > time.GetUtcNow();
        }
    }

    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _underWay == 0 && _waitUntil is null && WaitChanged is null && _interactive.Count + _background.Count == 0;
        }
    }

    /// <summary>Waits for a turn, which is given back by <see cref="Leave"/>.</summary>
    /// <exception cref="OperationCanceledException">The turn is no longer wanted, and was not given.</exception>
    public async Task EnterAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource> place;
        lock (_gate)
            place = (priority is RequestPriority.Interactive ? _interactive : _background).AddLast(turn);
        GiveTurns();
        await using var registration = cancellationToken.Register(() => GiveUp(place, cancellationToken));
        await turn.Task;
    }

    public void Leave(RequestPriority priority)
    {
        lock (_gate)
        {
            _underWay--;
            _backgroundUnderWay -= priority is RequestPriority.Background ? 1 : 0;
        }

        GiveTurns();
    }

    /// <summary>Waits until a wait is over, for a request that has its turn and is to be sent again.</summary>
    public async Task ResumeAsync()
    {
        while (true)
        {
            Task resumed;
            lock (_gate)
            {
                if (_waitUntil is null)
                    return;
                resumed = _resumed.Task;
            }

            await resumed;
        }
    }

    /// <summary>Telnyx asked to wait: no request of this key is sent before the wait is over.</summary>
    public void Wait(TimeSpan wait)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + wait;
            if (until <= _waitUntil)
                return;
            _waitUntil = until;
            _waitTimer?.Dispose();
            _waitTimer = work.StartTimer(time, Work, EndWait, wait, Timeout.InfiniteTimeSpan, Fail);
        }

        WaitChanged?.Invoke();
    }

    /// <summary>Takes in what an answer told of the key's allowance.</summary>
    public void Learn(RateLimit? limit)
    {
        if (limit is null)
            return;
        lock (_gate)
        {
            _lowTimer?.Dispose();
            (_lowTimer, _lowUntil) = (null, null);
            if (limit.Remaining < limit.Limit * LowShare)
            {
                var resetIn = limit.ResetIn is { } known && known > TimeSpan.Zero ? known : UnstatedReset;
                _lowUntil = time.GetUtcNow() + resetIn;
                _lowTimer = work.StartTimer(time, Work, EndLow, resetIn, Timeout.InfiniteTimeSpan, Fail);
            }
        }

        GiveTurns();
    }

    /// <summary>Ends the waits that are over, for the case that an error kept them from ending by themselves.</summary>
    public void EndWaits()
    {
        EndWait();
        GiveTurns();
    }

    private void Fail(string errorId) => Failed?.Invoke(errorId);

    private void GiveUp(LinkedListNode<TaskCompletionSource> place, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (place.List is null)
                return;
            place.List.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    private void EndLow()
    {
        lock (_gate)
        {
            // A timer may fire a little early.
            if (_lowUntil - time.GetUtcNow() is { } rest && rest > TimeSpan.Zero)
                _lowTimer?.Change(rest, Timeout.InfiniteTimeSpan);
        }

        GiveTurns();
    }

    private void EndWait()
    {
        TaskCompletionSource resumed;
        lock (_gate)
        {
            if (_waitUntil is not { } until)
                return;
            if (until - time.GetUtcNow() is var rest && rest > TimeSpan.Zero)
            {
                // A timer may fire a little early, and a wait may have been made longer.
                _waitTimer?.Change(rest, Timeout.InfiniteTimeSpan);
                return;
            }

            _waitUntil = null;
            (resumed, _resumed) = (_resumed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        WaitChanged?.Invoke();
        resumed.SetResult();
        GiveTurns();
    }

    private void GiveTurns()
    {
        while (true)
        {
            TaskCompletionSource turn;
            lock (_gate)
            {
                if (_waitUntil is not null || _underWay >= MaxUnderWay)
                    return;
                var isBackground = _interactive.Count == 0;
                if (isBackground && (_background.Count == 0 || _backgroundUnderWay >= MaxBackgroundUnderWay || _lowUntil > time.GetUtcNow()))
                    return;
                var waiting = isBackground ? _background : _interactive;
                turn = waiting.First!.Value;
                waiting.RemoveFirst();
                _underWay++;
                _backgroundUnderWay += isBackground ? 1 : 0;
            }

            turn.SetResult();
        }
    }
}
