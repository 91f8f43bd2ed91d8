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

    // The rest is kept for people: a page ahead of need never delays theirs.
    private const int MaxBackgroundUnderWay = 2;

    private readonly Lock _gate = new();
    private readonly TurnQueue _interactive;
    private readonly TurnQueue _background;
    private readonly TurnQueue _spare;
    private readonly KeyAllowance _allowance;
    private readonly ServiceWait _wait;
    private readonly WakeUp _wakeUp;
    private bool _isHeld;
    private int _underWay;
    private int _backgroundUnderWay;

    public RequestBudget(TimeProvider time, BackgroundWork work)
    {
        (_interactive, _background, _spare) = (new TurnQueue(_gate, GiveTurns), new TurnQueue(_gate, GiveTurns), new TurnQueue(_gate, GiveTurns));
        _allowance = new KeyAllowance(time);
        _wakeUp = new WakeUp(time, work, Work, _gate, HandleWaitEnded, Fail);
        _wait = new ServiceWait(time, work, HandleWaitEnded, Fail);
        PollTurns = new PollTurns(time, work, () => HasPlenty, Fail);
        LivePolls = new PollPace(time, () => PollPeriod);
    }

    /// <summary>Raised on any thread when a wait begins, gets longer or ends, be it one that Telnyx asked for or one for the next window of the allowance.</summary>
    public event Action? WaitChanged;

    /// <summary>Raised on any thread, with the id of an error, when a wait could not be ended; <see cref="EndWaits"/> tries again.</summary>
    public event Action<string>? Failed;

    /// <summary>The turns of the lists that poll for newer events.</summary>
    public PollTurns PollTurns { get; }

    /// <summary>The pace of the live lists.</summary>
    public PollPace LivePolls { get; }

    /// <summary>How far apart the polls of live lists are: all of them use a quarter of the allowance at most.</summary>
    public TimeSpan PollPeriod => Read(() => _allowance.QuarterPeriod);

    /// <summary>Until when Telnyx asked to wait; null when nothing has to.</summary>
    public DateTimeOffset? WaitUntil => _wait.Until;

    /// <summary>The rest of the key's allowance; null until an answer says.</summary>
    public Allowance? Allowance => Read(() => _allowance.Known);

    /// <summary>Until when what a person waits for is held back, as nothing is left of the allowance; null when nothing is.</summary>
    public DateTimeOffset? HeldUntil => Read<DateTimeOffset?>(() => _isHeld && _allowance.IsSpent ? _allowance.EndsAt : null);

    /// <summary>Whether what is left of the key's allowance is kept for people.</summary>
    public bool IsLow => Read(() => _allowance.IsLow);

    /// <summary>Whether a request is to spare that nobody asked for.</summary>
    public bool HasSpare => Read(() => WaitUntil is null && _allowance.HasSpare);

    /// <summary>Whether so much is to spare that even what nobody asked for may be read.</summary>
    public bool HasPlenty => Read(() => _allowance.HasPlenty);

    public bool IsIdle => Read(() => _underWay == 0 && WaitUntil is null && WaitChanged is null && _interactive.IsEmpty && _background.IsEmpty && _spare.IsEmpty);

    /// <summary>Waits for a turn, which is given back by <see cref="Leave"/>.</summary>
    /// <exception cref="OperationCanceledException">The turn is no longer wanted, and was not given.</exception>
    public Task EnterAsync(RequestPriority priority, CancellationToken cancellationToken) => (priority switch
    {
        RequestPriority.Interactive => _interactive,
        RequestPriority.Background => _background,
        _ => _spare,
    }).EnterAsync(cancellationToken);

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

    /// <summary>Takes in what a refused or failed request says of the key.</summary>
    public void Learn(TelnyxException failure)
    {
        if (failure is { Error: TelnyxError.RateLimited, RetryAfter: { } wait })
            Wait(wait, failure.RateLimit);
        else
            Learn(failure.RateLimit);
    }

    /// <summary>Telnyx asked to wait: no request of this key is sent before the wait is over.</summary>
    /// <param name="limit">What the refusal says of the allowance; null when it did not.</param>
    public void Wait(TimeSpan wait, RateLimit? limit = null)
    {
        if (!_wait.TryBegin(wait))
            return;
        lock (_gate)
            _allowance.Spend(wait, limit);
        WaitChanged?.Invoke();
    }

    /// <summary>Takes in what an answer says of the key's allowance.</summary>
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

    private void Fail(string errorId) => Failed?.Invoke(errorId);

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
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
            var isHeld = WaitUntil is null && !_interactive.IsEmpty && _allowance.IsSpent;
            (hasChanged, _isHeld) = (isHeld != _isHeld, isHeld);
            if (WaitUntil is null && _allowance.IsLow)
                _wakeUp.Set(_allowance.EndsAt);
            else if (WaitUntil is null && !_spare.IsEmpty && !_allowance.HasSpare)
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
            var isBackground = _interactive.IsEmpty;
            var mayGo = !isBackground || (_backgroundUnderWay < MaxBackgroundUnderWay && !_allowance.IsLow);
            var waiting = !isBackground ? _interactive : !_background.IsEmpty ? _background : _spare;
            if (!mayGo || waiting.IsEmpty || (waiting == _spare && !_allowance.HasSpare))
                return null;
            _underWay++;
            _backgroundUnderWay += isBackground ? 1 : 0;
            _allowance.Use();
            return waiting.Take();
        }
    }
}
