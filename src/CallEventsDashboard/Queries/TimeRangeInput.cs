namespace CallEventsDashboard.Queries;

/// <summary>What was made of the two typed ends of a time range: the range, or what is wrong with either end.</summary>
public sealed record TimeRangeInput(TimeRange? Range, string? FromError, string? ToError)
{
    public static TimeRangeInput Accept(TimeRange range) => new(range, null, null);
}
