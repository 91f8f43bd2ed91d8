namespace CallEventsDashboard.Feeds.Insights;

/// <summary>How much of the events behind a measure was read.</summary>
/// <param name="Read">How many events, each once.</param>
/// <param name="Total">How many there are, as Telnyx counted them last.</param>
/// <param name="IsWhole">Whether these are all that was counted, and none came or expired meanwhile.</param>
/// <param name="IsIgnored">Whether Telnyx left a filter or the range out, so that no more is read.</param>
/// <param name="NextRequests">How many requests the next reading takes; 0 where there is nothing more.</param>
/// <param name="NextRows">How many events that gives at most.</param>
/// <param name="IsMost">Whether it may be one less.</param>
/// <param name="At">When they were read, by the service's clock; null while none was.</param>
/// <param name="Uncounted">Which of several measures has no number, so that its events are not among these; null where each has one.</param>
public sealed record RowsRead(int Read, int Total, bool IsWhole, bool IsIgnored, int NextRequests, int NextRows, bool IsMost, DateTimeOffset? At, Measure? Uncounted = null);
