using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>One page to read: the one time bound that goes with it, and its number and size.</summary>
public sealed record PageAsk(TimeBound? Bound, PageRequest Page);
