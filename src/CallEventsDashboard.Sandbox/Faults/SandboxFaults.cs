namespace CallEventsDashboard.Sandbox;

/// <summary>Trouble on demand, in force from the moment it is set.</summary>
public sealed record SandboxFaults
{
    public static SandboxFaults None { get; } = new();

    /// <summary>Milliseconds before each answer; null: as the options say.</summary>
    public int? LatencyMs { get; init; }

    public Fault Fault { get; init; }

    /// <summary>Of the answer, for faults that are a refusal or an empty body; null: the usual one.</summary>
    public int? Status { get; init; }

    /// <summary>How many requests the fault still hits; null: until changed.</summary>
    public int? Times { get; init; }

    /// <summary>Seconds, or any text to try; null: 1.</summary>
    public string? RetryAfter { get; init; }

    public LimitHeader LimitHeader { get; init; }

    /// <summary>The value of <c>x-ratelimit-remaining</c>; null: a plausible number.</summary>
    public int? RateLimitRemaining { get; init; }

    /// <summary>Totals are wrong by up to this many, in another way at each request.</summary>
    public int TotalsDrift { get; init; }

    /// <summary>Once, when set: so many rows of the last hour appear now.</summary>
    public int LateRows { get; init; }

    /// <summary>Once, when set: so many rows happen now.</summary>
    public int NewRows { get; init; }

    /// <summary>Once, when set: the horizon passes so many of the oldest rows.</summary>
    public int ExpireRows { get; init; }

    /// <summary>Trouble of the resources beside the log, instead of that of the options; null: as the options say.</summary>
    public IReadOnlyList<ResourceTrap>? Traps { get; init; }
}
