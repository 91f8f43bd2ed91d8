namespace CallEventsDashboard.Feeds.Requests;

/// <summary>Spaces the polls of all live lists of one key, so that together they use no more than a share of its allowance.</summary>
/// <param name="apart">How far apart two requests are.</param>
internal sealed class PollPace(TimeProvider time, Func<TimeSpan> apart)
{
    private readonly Lock _gate = new();
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>How long a list waits that is to be polled as soon as may be.</summary>
    public TimeSpan Wait
    {
        get
        {
            lock (_gate)
                return _next > time.GetUtcNow() ? _next - time.GetUtcNow() : TimeSpan.Zero;
        }
    }

    /// <summary>Takes in that a list was polled.</summary>
    /// <param name="requests">How many requests that took.</param>
    /// <returns>How long the list waits before it is polled again.</returns>
    public TimeSpan Use(int requests)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _next = (_next > now ? _next : now) + (requests * apart());
            return _next - now;
        }
    }
}
