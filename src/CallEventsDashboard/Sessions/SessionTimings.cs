namespace CallEventsDashboard.Sessions;

/// <summary>How long things took. A duration whose two ends were not both seen is null or left out of its sum.</summary>
public sealed record SessionTimings
{
    /// <summary>From the first event to the last hang-up; null unless every leg was seen to end.</summary>
    public TimeSpan? Total { get; init; }

    /// <summary>Time in which at least one leg rang, talked or was held.</summary>
    public TimeSpan Ringing { get; init; }

    public TimeSpan Talk { get; init; }

    public TimeSpan Hold { get; init; }

    /// <summary>In the order of the legs.</summary>
    public required IReadOnlyList<LegTimings> Legs { get; init; }

    /// <summary>The slowest first.</summary>
    public required IReadOnlyList<ResponseTime> ResponseTimes { get; init; }

    /// <summary>The middle one; of an even number the mean of the two in the middle; null when there is none.</summary>
    public TimeSpan? MedianResponseTime => ResponseTimes.Count == 0 ? null : (ResponseTimes[(ResponseTimes.Count - 1) / 2].Elapsed + ResponseTimes[ResponseTimes.Count / 2].Elapsed) / 2;

    /// <summary>Every webhook that was tried more than once or not delivered, by time.</summary>
    public required IReadOnlyList<Delivery> Deliveries { get; init; }
}
