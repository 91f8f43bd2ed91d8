using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The two ends of a time range as they are typed, and what is wrong with them.</summary>
public sealed class TimeRangeDraft
{
    private readonly TimeRange _current;
    private readonly TimeZoneInfo _zone;

    /// <param name="zone">In which times are typed that name none.</param>
    public TimeRangeDraft(TimeRange current, TimeZoneInfo zone)
    {
        (_current, _zone) = (current, zone);
        (From, To) = TimeRangeText.Write(current, zone);
    }

    public string From { get; set; }

    public string To { get; set; }

    public string? FromError { get; private set; }

    public string? ToError { get; private set; }

    public bool HasErrors => FromError is not null || ToError is not null;

    /// <summary>The range that the texts mean now; null when either end can't be used, which then has its error.</summary>
    public TimeRange? Read(TimeProvider time)
    {
        var input = TimeRangeText.Read(From, To, _current, time, _zone);
        (FromError, ToError) = (input.FromError, input.ToError);
        return input.Range;
    }
}
