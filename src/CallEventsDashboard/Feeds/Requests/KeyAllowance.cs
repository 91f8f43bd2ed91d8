using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>
/// The requests that a key has left in the window that is running, by the last answer and by what was sent since. Until an answer says, and where none does,
/// it counts by itself as Telnyx is known to limit its other lists. Not safe for several threads.
/// </summary>
internal sealed class KeyAllowance
{
    private const int AssumedLimit = 40;
    private const int KeptForPeople = 10;
    private const double LargestKeptShare = 0.25;
    private const double SmallestKeptShare = 0.1;

    // The most that people with one key request within a window, as long as they are not in a hurry.
    private const int AskedByPeople = 30;
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AssumedWindow = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private RateLimit _limit;
    private DateTimeOffset _endsAt;
    private int _left;
    private bool _isKnown;

    public KeyAllowance(TimeProvider time)
    {
        _time = time;
        var now = time.GetUtcNow();
        var end = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % AssumedWindow.Ticks), TimeSpan.Zero) + AssumedWindow;
        (_limit, _endsAt, _left) = (new RateLimit(AssumedLimit, AssumedLimit, end - now, end), end, AssumedLimit);
    }

    /// <summary>Null until an answer says.</summary>
    public Allowance? Known
    {
        get
        {
            Renew();
            return _isKnown ? new Allowance(_left, _limit.Limit, _limit.ResetsAt, _limit.Window, IsLow) { HasSpare = HasSpare, Kept = (int)Math.Ceiling(Kept) } : null;
        }
    }

    /// <summary>When the window that is running ends, by this machine's clock.</summary>
    public DateTimeOffset EndsAt
    {
        get
        {
            Renew();
            return _endsAt;
        }
    }

    /// <summary>How far apart requests are that use a quarter of the allowance.</summary>
    public TimeSpan QuarterPeriod => _limit.Window * 4 / Math.Max(1, _limit.Limit) is var period && period > ShortestPeriod ? period : ShortestPeriod;

    public bool IsSpent => Left == 0;

    /// <summary>Whether what is left is kept for people.</summary>
    public bool IsLow => Left <= Kept;

    /// <summary>Whether a request is to spare: more is left than is kept for people, and than they may yet ask for in the rest of the window. What is left at its end is lost.</summary>
    public bool HasSpare => Spare > 0;

    /// <summary>Whether so much is to spare that even what nobody asked for may be read.</summary>
    public bool HasPlenty => Spare > AssumedLimit;

    /// <summary>When the next request is to spare if none is made until then, by this machine's clock.</summary>
    public DateTimeOffset SpareAt
    {
        get
        {
            Renew();
            // Just behind the instant at which none is: that is none yet.
            var rest = (_left - Kept) / Expected;
            return _endsAt - (rest > 0 ? Math.Min(1, rest) * _limit.Window : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1);
        }
    }

    private double Spare => Left - Kept - (Expected * ((_endsAt - _time.GetUtcNow()) / _limit.Window));

    private double Kept => Math.Min(_limit.Limit * LargestKeptShare, Math.Max(KeptForPeople, _limit.Limit * SmallestKeptShare));

    private double Expected => Math.Min(AskedByPeople, _limit.Limit - Kept);

    private int Left
    {
        get
        {
            Renew();
            return _left;
        }
    }

    /// <summary>A request is about to be sent.</summary>
    public void Use() => _left = Math.Max(0, Left - 1);

    /// <summary>A request was not sent after all.</summary>
    public void GiveBack() => _left = Math.Min(_limit.Limit, Left + 1);

    /// <summary>Takes in what an answer says.</summary>
    /// <param name="onTheirWay">Other requests that were sent, and that the service may not have counted yet.</param>
    public void Learn(RateLimit limit, int onTheirWay)
    {
        Renew();
        // An answer that was overtaken by a later one of its window knows less than that.
        var isOfSameWindow = _isKnown && (limit.ResetsAt, limit.Limit) == (_limit.ResetsAt, _limit.Limit);
        var remaining = isOfSameWindow ? Math.Min(limit.Remaining, _limit.Remaining) : limit.Remaining;
        (_limit, _isKnown) = (limit with { Remaining = remaining }, true);
        _endsAt = _time.GetUtcNow() + limit.ResetIn;
        _left = Math.Clamp(remaining - onTheirWay, 0, limit.Limit);
    }

    /// <summary>Nothing is left for so long: Telnyx refused a request.</summary>
    /// <param name="limit">What the refusal says of the limit; null when it did not.</param>
    public void Spend(TimeSpan wait, RateLimit? limit)
    {
        Renew();
        _isKnown |= limit is not null;
        var resetsAt = limit is null ? _limit.ResetsAt + (_time.GetUtcNow() + wait - _endsAt) : limit.ResetsAt + (wait - limit.ResetIn);
        _limit = (limit ?? _limit) with { Remaining = 0, ResetsAt = resetsAt };
        (_left, _endsAt) = (0, _time.GetUtcNow() + wait);
    }

    private void Renew()
    {
        var now = _time.GetUtcNow();
        if (now < _endsAt)
            return;
        var windows = ((now - _endsAt).Ticks / _limit.Window.Ticks) + 1;
        _endsAt += windows * _limit.Window;
        _limit = _limit with { Remaining = _limit.Limit, ResetsAt = _limit.ResetsAt + (windows * _limit.Window) };
        _left = _limit.Limit;
    }
}
