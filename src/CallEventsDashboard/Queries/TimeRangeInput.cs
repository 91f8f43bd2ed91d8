namespace CallEventsDashboard.Queries;

/// <summary>The two typed ends of a time range as they were understood: the range, or the problem with either end.</summary>
public sealed record TimeRangeInput(TimeRange? Range, string? FromError, string? ToError)
{
    public static TimeRangeInput Accept(TimeRange range) => new(range, null, null);
}
