using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>One page to read: the one time bound that goes with it, and its number and size.</summary>
public record PageFetch(TimeBound? Bound, PageRequest Page)
{
    /// <summary>The filters of a request that is not simply for the list's own; null for those of the list.</summary>
    public CallEventFilter? Filter { get; init; }
}
