using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>A one-row request of which only the total is wanted. It is made beside a list, and so brings its own filter.</summary>
internal sealed record CountFetch(CallEventFilter Filter, TimeBound? Bound) : PageFetch(Bound, PageRequest.Smallest);
