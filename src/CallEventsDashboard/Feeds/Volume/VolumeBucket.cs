namespace CallEventsDashboard.Feeds.Volume;

/// <summary>The number of events in a part of a list's range.</summary>
/// <param name="From">Inclusive, but for the first of a range that excludes its start.</param>
/// <param name="To">Exclusive, but for the last of a range that includes its end.</param>
/// <param name="IsSettled">Whether hardly any event can come in late any more.</param>
public readonly record struct VolumeBucket(DateTimeOffset From, DateTimeOffset To, int Count, bool IsSettled);
