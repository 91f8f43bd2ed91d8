using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>The parameters of a link that a time range is written with: each is a filter of its own on the page.</summary>
public static class RangeParameters
{
    public static IEnumerable<string> Of(TimeRange range)
    {
        if (range.Exactly is not null)
            yield return Name(TimeComparison.Equal);
        if (range.Last is not null)
            yield return "last";
        if (range.Lower is { } lower)
            yield return Name(lower.Comparison);
        if (range.Upper is { } upper)
            yield return Name(upper.Comparison);
    }

    public static string Name(TimeComparison comparison) => comparison switch
    {
        TimeComparison.Equal => "occurred_at.eq",
        TimeComparison.After => "occurred_at.gt",
        TimeComparison.AtOrAfter => "occurred_at.gte",
        TimeComparison.Before => "occurred_at.lt",
        _ => "occurred_at.lte",
    };
}
