using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>How a query is asked: what goes on the wire, what the dashboard keeps to itself, and what can be reached at all.</summary>
public sealed record FilterPlan
{
    /// <summary>The filters of the request, with one bound at most: the exact instant, or the query's upper bound.</summary>
    public required CallEventFilter Filter { get; init; }

    /// <summary>The lower bound, which never goes on the wire beside an upper one.</summary>
    public TimeBound? LocalLower { get; init; }

    /// <summary>Everything below <see cref="LocalLower"/>; null where there is no such bound.</summary>
    public TimeBound? BelowLower => LocalLower is { } lower
        ? new TimeBound(lower.Comparison is TimeComparison.After ? TimeComparison.AtOrBefore : TimeComparison.Before, lower.At)
        : null;

    public required WantedRange Wanted { get; init; }

    /// <summary>24 hours before the moment of the plan.</summary>
    public required DateTimeOffset Horizon { get; init; }

    /// <summary>Whether a leg or a session is named, which lifts the horizon.</summary>
    public required bool ReachesBeyondHorizon { get; init; }

    /// <summary>How much of the wanted range the service lists.</summary>
    public required RangeCoverage RangeCoverage { get; init; }

    /// <param name="query">What is asked.</param>
    /// <param name="now">When the page opened: <see cref="TimeRange.Last"/> counts back from here.</param>
    public static FilterPlan For(CallEventQuery query, DateTimeOffset now)
    {
        var range = query.Range;
        var lower = range.Last is { } last ? new TimeBound(TimeComparison.AtOrAfter, now - last) : range.Lower;
        var exactly = range.Exactly is { } instant ? new TimeBound(TimeComparison.Equal, instant) : (TimeBound?)null;
        var horizon = now - CallEventFilter.Horizon;
        var lifted = query.LegId is not null || query.ApplicationSessionId is not null;
        return new()
        {
            Filter = Wire(query) with { OccurredAt = exactly ?? range.Upper },
            LocalLower = exactly is null ? lower : null,
            Wanted = new(
                exactly?.At ?? lower?.At,
                exactly?.At ?? range.Upper?.At,
                lower?.Comparison != TimeComparison.After,
                range.Upper?.Comparison != TimeComparison.Before),
            Horizon = horizon,
            ReachesBeyondHorizon = lifted,
            RangeCoverage = lifted ? RangeCoverage.Whole : CoverageOf(exactly?.At ?? lower?.At, exactly?.At ?? range.Upper?.At, horizon),
        };
    }

    private static RangeCoverage CoverageOf(DateTimeOffset? from, DateTimeOffset? to, DateTimeOffset horizon) =>
        to < horizon ? RangeCoverage.None : from < horizon ? RangeCoverage.Partial : RangeCoverage.Whole;

    private static CallEventFilter Wire(CallEventQuery query) =>
        FilterCatalogue.All.Aggregate(CallEventFilter.None, (filter, parameter) => parameter.Write(filter, query));
}
