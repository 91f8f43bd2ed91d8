using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>A poll of a live list: the events from an instant on.</summary>
/// <param name="Bound">The instant as the service takes it.</param>
/// <param name="From">The instant, inclusive.</param>
/// <param name="AskedAt">When it is asked, by the service's clock.</param>
internal sealed record LiveFetch(TimeBound? Bound, PageRequest Page, DateTimeOffset From, DateTimeOffset AskedAt) : PageFetch(Bound, Page);
