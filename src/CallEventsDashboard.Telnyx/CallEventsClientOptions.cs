namespace CallEventsDashboard.Telnyx;

public sealed record CallEventsClientOptions
{
    /// <summary>How long one attempt may take, from sending to the last byte of the body.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts in all, the first one included.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>The largest body that is read, counted after decompression. A page of 250 usual events has about 200 KB.</summary>
    public int MaxBodyBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>About how long to wait before the second attempt; it doubles with each one, and jitter spreads it.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The source of the jitter: numbers from 0 (inclusive) to 1 (exclusive).</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;
}
