namespace CallEventsDashboard.Feeds.Requests;

/// <summary>What a key may still ask of Telnyx within one window of its rate limit.</summary>
/// <param name="Left">Requests left, from 0.</param>
/// <param name="Limit">Requests within one window.</param>
/// <param name="ResetsAt">When the next window begins, by the service's clock.</param>
/// <param name="Window">How long a window is.</param>
/// <param name="IsKept">Whether what is left is kept for rows that somebody scrolls to: what is done beside them waits for the next window.</param>
public sealed record Allowance(int Left, int Limit, DateTimeOffset ResetsAt, TimeSpan Window, bool IsKept)
{
    /// <summary>Whether a request is to spare that people are not expected to need in this window: what nobody asked for is made of those alone.</summary>
    public bool HasSpare { get; init; } = true;
}
