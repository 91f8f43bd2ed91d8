using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>What is known of a measure.</summary>
/// <param name="Count">Exact as of <paramref name="At"/>; null where it is not known.</param>
/// <param name="Events">The list of the very events that were counted, its range absolute; null where nothing was.</param>
/// <param name="At">When it was counted, by the service's clock.</param>
public sealed record MeasureCount(MeasureState State, int? Count = null, CallEventQuery? Events = null, DateTimeOffset? At = null);
