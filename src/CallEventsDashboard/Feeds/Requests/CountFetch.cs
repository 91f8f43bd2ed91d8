using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>A first page of which only the total is wanted, and its rows at most to check the total. It is made beside a list, and so brings its own filter.</summary>
internal sealed record CountFetch : PageFetch
{
    /// <param name="rows">How many rows the page has.</param>
    public CountFetch(CallEventFilter filter, TimeBound? bound, int rows = 1)
        : base(bound, new PageRequest(1, rows)) => Filter = filter;
}
