using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The two ends of a time range as they are typed, and what is wrong with them.</summary>
public sealed class TimeRangeDraft
{
    private readonly TimeRange _current;

    public TimeRangeDraft(TimeRange current)
    {
        _current = current;
        (From, To) = TimeRangeText.Write(current);
    }

    public string From { get; set; }

    public string To { get; set; }

    public string? FromError { get; private set; }

    public string? ToError { get; private set; }

    public bool HasErrors => FromError is not null || ToError is not null;

    /// <summary>The range that the texts mean now; null when either end can't be used, which then has its error.</summary>
    public TimeRange? Read(TimeProvider time)
    {
        var input = TimeRangeText.Read(From, To, _current, time);
        (FromError, ToError) = (input.FromError, input.ToError);
        return input.Range;
    }
}
