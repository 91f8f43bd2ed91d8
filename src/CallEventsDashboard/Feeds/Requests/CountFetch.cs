using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>A one-row request of which only the total is wanted. It is made beside a list, and so brings its own filter.</summary>
internal sealed record CountFetch : PageFetch
{
    public CountFetch(CallEventFilter filter, TimeBound? bound)
        : base(bound, PageRequest.Smallest) => Filter = filter;
}
