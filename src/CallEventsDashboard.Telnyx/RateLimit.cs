namespace CallEventsDashboard.Telnyx;

/// <summary>What is left of the number of requests that a key may make, from the headers <c>x-ratelimit-*</c> of an answer.</summary>
/// <param name="Limit">Requests within one period.</param>
/// <param name="Remaining">Requests left in it.</param>
/// <param name="ResetIn">How long until the next period begins, at most 60 seconds; null when the answer does not tell.</param>
public sealed record RateLimit(int Limit, int Remaining, TimeSpan? ResetIn);
