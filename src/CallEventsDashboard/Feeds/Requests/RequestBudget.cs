using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>
/// Lets the requests of one key through: a few at a time, those that a person waits for before the others, none while Telnyx asks to wait, and no more than
/// the key's allowance has left in the window that is running; what nobody asked for is made of what would be left over. What waits here is a turn, not a
/// page: which page to ask for is decided when the turn comes, so that nothing superseded is ever sent.
/// </summary>
internal sealed class RequestBudget
{
    public const string Work = "ending a wait for Telnyx";
    private const int MaxUnderWay = 4;

    // The rest is kept for people: a page ahead of need never stands between them and theirs.
    private const int MaxBackgroundUnderWay = 2;

    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _interactive = [];
    private readonly LinkedList<TaskCompletionSource> _background = [];
    private readonly LinkedList<TaskCompletionSource> _spare = [];
    private readonly KeyAllowance _allowance;
    private readonly ServiceWait _wait;
    private readonly WakeUp _wakeUp;
    private bool _isHeld;
    private int _underWay;
    private int _backgroundUnderWay;

    public RequestBudget(TimeProvider time, BackgroundWork work)
    {
        _allowance = new KeyAllowance(time);
        _wakeUp = new WakeUp(time, work, Work, _gate, HandleWaitEnded, Fail);
        _wait = new ServiceWait(time, work, HandleWaitEnded, Fail);
        LookOuts = new LookOutTurns(time, work, () => HasPlenty, Fail);
    }

    /// <summary>Raised on any thread when a wait begins, gets longer or ends, be it one that Telnyx asked for or one for the next window of the allowance.</summary>
    public event Action? WaitChanged;

    /// <summary>Raised on any thread, with the id of an error, when a wait could not be ended; <see cref="EndWaits"/> tries again.</summary>
    public event Action<string>? Failed;

    /// <summary>The turns of the lists that look out for newer events.</summary>
    public LookOutTurns LookOuts { get; }

    /// <summary>Until when Telnyx asked to wait; null when nothing has to.</summary>
    public DateTimeOffset? WaitUntil => _wait.Until;

    /// <summary>What is left of the key's allowance; null until an answer has told.</summary>
    public Allowance? Allowance
    {
        get
        {
            lock (_gate)
                return _allowance.Known;
        }
    }

    /// <summary>Until when what a person waits for is held back, as nothing is left of the allowance; null when nothing is.</summary>
    public DateTimeOffset? HeldUntil
    {
        get
        {
            lock (_gate)
                return _isHeld && _allowance.IsSpent ? _allowance.EndsAt : null;
        }
    }

    /// <summary>Whether what is left of the key's allowance is kept for people.</summary>
    public bool IsLow
    {
        get
        {
            lock (_gate)
                return _allowance.IsLow;
        }
    }

    /// <summary>Whether a request is to spare that nobody asked for.</summary>
    public bool HasSpare
    {
        get
        {
            lock (_gate)
                return WaitUntil is null && _allowance.HasSpare;
        }
    }

    /// <summary>Whether so much is to spare that even what nobody asked for may be read.</summary>
    public bool HasPlenty
    {
        get
        {
            lock (_gate)
                return _allowance.HasPlenty;
        }
    }

    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _underWay == 0 && WaitUntil is null && WaitChanged is null && _interactive.Count + _background.Count + _spare.Count == 0;
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
            place = Waiting(priority).AddLast(turn);
        GiveTurns();
        await using var registration = cancellationToken.Register(() => GiveUp(place, cancellationToken));
        await turn.Task;
    }

    /// <param name="isUsed">Whether a request was sent.</param>
    public void Leave(RequestPriority priority, bool isUsed = true)
    {
        lock (_gate)
        {
            if (!isUsed)
                _allowance.GiveBack();
            _underWay--;
            _backgroundUnderWay -= priority is RequestPriority.Interactive ? 0 : 1;
        }

        GiveTurns();
    }

    /// <summary>Waits until a wait is over, for a request that has its turn.</summary>
    /// <param name="isRepeat">Whether it is to be sent again, which Telnyx counts as another one.</param>
    public async Task ResumeAsync(bool isRepeat)
    {
        while (_wait.Over is { } over)
            await over;
        if (!isRepeat)
            return;
        lock (_gate)
            _allowance.Use();
    }

    /// <summary>Takes in what a refused or failed request told of the key.</summary>
    public void Learn(TelnyxException failure)
    {
        if (failure is { Error: TelnyxError.RateLimited, RetryAfter: { } wait })
            Wait(wait, failure.RateLimit);
        else
            Learn(failure.RateLimit);
    }

    /// <summary>Telnyx asked to wait: no request of this key is sent before the wait is over.</summary>
    /// <param name="limit">What the refusal told of the allowance; null when it did not.</param>
    public void Wait(TimeSpan wait, RateLimit? limit = null)
    {
        if (!_wait.TryBegin(wait))
            return;
        lock (_gate)
            _allowance.Spend(wait, limit);
        WaitChanged?.Invoke();
    }

    /// <summary>Takes in what an answer told of the key's allowance.</summary>
    public void Learn(RateLimit? limit)
    {
        if (limit is null)
            return;
        lock (_gate)
            _allowance.Learn(limit, Math.Max(0, _underWay - 1));
        GiveTurns();
    }

    /// <summary>Ends the waits that are over, for the case that an error kept them from ending by themselves.</summary>
    public void EndWaits()
    {
        _wait.End();
        GiveTurns();
    }

    private LinkedList<TaskCompletionSource> Waiting(RequestPriority priority) => priority switch
    {
        RequestPriority.Interactive => _interactive,
        RequestPriority.Background => _background,
        _ => _spare,
    };

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

    private void HandleWaitEnded()
    {
        WaitChanged?.Invoke();
        GiveTurns();
    }

    private void GiveTurns()
    {
        while (TakeNext() is { } turn)
            turn.SetResult();
        bool hasChanged;
        lock (_gate)
        {
            var isHeld = WaitUntil is null && _interactive.Count > 0 && _allowance.IsSpent;
            (hasChanged, _isHeld) = (isHeld != _isHeld, isHeld);
            if (WaitUntil is null && _allowance.IsLow)
                _wakeUp.Set(_allowance.EndsAt);
            else if (WaitUntil is null && _spare.Count > 0 && !_allowance.HasSpare)
                _wakeUp.Set(_allowance.SpareAt);
        }

        if (hasChanged)
            WaitChanged?.Invoke();
    }

    private TaskCompletionSource? TakeNext()
    {
        lock (_gate)
        {
            if (WaitUntil is not null || _underWay >= MaxUnderWay || _allowance.IsSpent)
                return null;
            var isBackground = _interactive.Count == 0;
            var mayGo = !isBackground || (_backgroundUnderWay < MaxBackgroundUnderWay && !_allowance.IsLow);
            var waiting = !isBackground ? _interactive : _background.Count > 0 ? _background : _spare;
            if (!mayGo || waiting.Count == 0 || (waiting == _spare && !_allowance.HasSpare))
                return null;
            var turn = waiting.First!.Value;
            waiting.RemoveFirst();
            _underWay++;
            _backgroundUnderWay += isBackground ? 1 : 0;
            _allowance.Use();
            return turn;
        }
    }
}
