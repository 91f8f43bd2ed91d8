namespace CallEventsDashboard.Feeds.Requests;

/// <summary>The requests that a key may still make within one window of its rate limit.</summary>
/// <param name="Left">Requests left, from 0.</param>
/// <param name="Limit">Requests within one window.</param>
/// <param name="ResetsAt">When the next window begins, by the service's clock.</param>
/// <param name="Window">How long a window is.</param>
/// <param name="IsKept">Whether what is left is kept for rows that somebody scrolls to: what is done beside them waits for the next window.</param>
public sealed record Allowance(int Left, int Limit, DateTimeOffset ResetsAt, TimeSpan Window, bool IsKept)
{
    /// <summary>Whether there is a request that people are not expected to need in this window. Work that nobody asked for uses only those.</summary>
    public bool HasSpare { get; init; } = true;

    /// <summary>How many requests of each window are kept for rows that somebody scrolls to, rounded up.</summary>
    public int Kept { get; init; }
}
