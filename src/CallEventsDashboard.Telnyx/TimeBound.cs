namespace CallEventsDashboard.Telnyx;

/// <summary>One bound on the time of an event: <c>filter[occurred_at][eq|gt|gte|lt|lte]</c>.</summary>
public readonly record struct TimeBound(TimeComparison Comparison, DateTimeOffset At)
{
    public bool Includes(DateTimeOffset instant) => Comparison switch
    {
        TimeComparison.Equal => instant == At,
        TimeComparison.After => instant > At,
        TimeComparison.AtOrAfter => instant >= At,
        TimeComparison.Before => instant < At,
        _ => instant <= At,
    };
}
