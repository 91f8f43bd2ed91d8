using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Queries;

/// <summary>The names of the time in a link and on a badge.</summary>
public static class TimeParameter
{
    public const string OccurredAt = "occurred_at";
    public const string Exactly = OccurredAt + ".eq";
    public const string After = OccurredAt + ".gt";
    public const string AtOrAfter = OccurredAt + ".gte";
    public const string Before = OccurredAt + ".lt";
    public const string AtOrBefore = OccurredAt + ".lte";
    public const string Last = "last";

    public static string NameOf(TimeBound bound) => bound.Comparison switch
    {
        TimeComparison.After => After,
        TimeComparison.AtOrAfter => AtOrAfter,
        TimeComparison.Before => Before,
        TimeComparison.AtOrBefore => AtOrBefore,
        _ => Exactly,
    };
}
