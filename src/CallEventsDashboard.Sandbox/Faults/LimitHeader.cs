namespace CallEventsDashboard.Sandbox;

/// <summary>How a 429 says how long to wait.</summary>
public enum LimitHeader
{
    RetryAfter,
    RetryAfterDate,
    ResetSeconds,
    ResetEpoch,
    None,
}
