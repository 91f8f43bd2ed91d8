namespace CallEventsDashboard.Telnyx;

/// <summary>
/// The clock of a service, learned from the <c>Date</c> headers of its answers; before the first answer, this machine's. Between answers it runs on this
/// machine's monotonic time, so that a machine's clock that is set again changes nothing. Safe for several threads.
/// </summary>
public sealed class ServiceClock(TimeProvider time)
{
    private static readonly TimeSpan WholeSecond = TimeSpan.FromSeconds(1);

    // What a list that was pinned before a correction can bear.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private (DateTimeOffset At, long Timestamp)? _known;

    /// <summary>How often an answer showed that the clock was wrong by more than 2 s.</summary>
    public int Corrections { get; private set; }

    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return NowAt(time.GetTimestamp());
        }
    }

    /// <summary>Takes in the time of an answer. A clock that agrees with it stays as it is: the header has whole seconds, and the answer took its time.</summary>
    /// <param name="servedAt">The header <c>Date</c>; null changes nothing.</param>
    /// <param name="sentAt">The <see cref="TimeProvider.GetTimestamp"/> from before the request was sent.</param>
    public void Learn(DateTimeOffset? servedAt, long sentAt)
    {
        if (servedAt is not { } earliest)
            return;
        lock (_gate)
        {
            var timestamp = time.GetTimestamp();
            var now = NowAt(timestamp);
            var latest = earliest + WholeSecond + time.GetElapsedTime(sentAt, timestamp);
            Corrections += now < earliest - Tolerance || now > latest + Tolerance ? 1 : 0;
            // A clock that lags lets nothing into a list that had not arrived: so the earliest time is the one to take.
            _known = (now < earliest || now > latest ? earliest : now, timestamp);
        }
    }

    private DateTimeOffset NowAt(long timestamp) => _known is var (at, since) ? at + time.GetElapsedTime(since, timestamp) : time.GetUtcNow();
}
