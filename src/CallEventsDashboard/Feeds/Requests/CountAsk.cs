using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>A one-row request of which only the total is wanted. It is made beside a list, and so brings its own filter.</summary>
internal sealed record CountAsk(CallEventFilter Filter, TimeBound? Bound) : PageAsk(Bound, PageRequest.Smallest);
