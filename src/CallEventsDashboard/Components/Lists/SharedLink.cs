using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Lists;

/// <summary>The link for a colleague: its range is absolute, so that it opens the same list later, and it names the key it was made with.</summary>
internal static class SharedLink
{
    public static CallEventQuery Create(CallEventQuery query, FeedStatus status, string? keyName)
    {
        if (status.AsOf is not { } asOf)
            return query with { Key = keyName };
        var range = query.Range switch
        {
            { Exactly: not null } => query.Range,
            { Last: not null } => new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, ToMicroseconds(status.From ?? asOf)), Upper = AsOf(asOf) },
            { Upper: { } upper } when upper.At <= asOf => query.Range,
            _ => query.Range with { Upper = AsOf(asOf) },
        };
        return query with { Range = range, Key = keyName };
    }

    private static TimeBound AsOf(DateTimeOffset asOf) => new(TimeComparison.AtOrBefore, ToMicroseconds(asOf));

    // A link has six digits; what is finer would open another list than the one that is seen.
    private static DateTimeOffset ToMicroseconds(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), at.Offset);
}
