namespace CallEventsDashboard.Telnyx;

/// <summary>The number of requests that a key may still make, from the headers <c>x-ratelimit-*</c> of an answer.</summary>
/// <param name="Limit">Requests within one window, from 1.</param>
/// <param name="Remaining">Requests left in it, from 0.</param>
/// <param name="ResetIn">How long from the answer until the next window begins: 1 second to <see cref="Window"/>.</param>
/// <param name="ResetsAt">When the next window begins, by the service's clock.</param>
public sealed record RateLimit(int Limit, int Remaining, TimeSpan ResetIn, DateTimeOffset ResetsAt)
{
    /// <summary>How long a window is; a minute where the answer does not say.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);
}
