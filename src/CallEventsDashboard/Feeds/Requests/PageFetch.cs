using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>One page to read: the one time bound that goes with it, and its number and size.</summary>
public record PageFetch(TimeBound? Bound, PageRequest Page);
