using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Why a list is not read on.</summary>
/// <param name="gate">The lock of the snapshot.</param>
internal sealed class SnapshotFailures(Lock gate, RequestBudget budget, Action changed)
{
    private int _round;

    /// <summary>Counts how often a person tried again: what was begun before says nothing of the new try.</summary>
    public int Round => Volatile.Read(ref _round);

    /// <summary>Why nothing more is read; null when it is.</summary>
    public FeedFailure? Failure { get; private set; }

    /// <summary>An error in what is done beside reading, which goes on.</summary>
    public FeedFailure? BesideFailure { get; private set; }

    /// <summary>Whether an error left the list half-changed, so that it can't be read on.</summary>
    public bool IsBroken { get; set; }

    /// <summary>Whether another viewer had better begin again: what failed here may be over.</summary>
    public bool MayBeOver => IsBroken || Failure is { Error: null } or { Error.Error: not TelnyxError.RateLimited };

    /// <param name="round">The round in which what failed was begun.</param>
    public void Fail(TelnyxException exception, int round)
    {
        lock (gate)
        {
            if (round != _round)
                return;
            Failure = new FeedFailure(exception, exception.Error is TelnyxError.RateLimited ? budget.WaitUntil : null);
            ForgiveWait();
        }

        changed();
    }

    /// <summary>An error of the dashboard's own: nothing more is read until a person tries again.</summary>
    /// <inheritdoc cref="Fail(TelnyxException, int)"/>
    public void Fail(string errorId, int round)
    {
        lock (gate)
        {
            if (round != _round && !IsBroken)
                return;
            Failure = new FeedFailure(errorId);
        }

        changed();
    }

    /// <summary>An error in what is done beside reading, which goes on.</summary>
    public void FailBeside(string errorId)
    {
        lock (gate)
            BesideFailure = new FeedFailure(errorId);
        changed();
    }

    public void ClearFailures() => (Failure, BesideFailure) = (null, null);

    /// <summary>Begins another round, unless Telnyx asked to wait and nothing else failed.</summary>
    public bool TryBeginRound()
    {
        if (BesideFailure is null && Failure is { Error.Error: TelnyxError.RateLimited } && budget.WaitUntil is not null)
            return false;
        _round++;
        return true;
    }

    public void ForgiveWait()
    {
        if (Failure is { Error.Error: TelnyxError.RateLimited } && budget.WaitUntil is null)
            Failure = null;
    }
}
