namespace CallEventsDashboard.Feeds.Volume;

/// <summary>How many events a list has over its range, as it was counted at one instant.</summary>
/// <param name="Buckets">The oldest first, without a gap; empty while none are counted.</param>
/// <param name="Step">The width of a bucket; the first and the last may be narrower.</param>
/// <param name="AsOf">When they were counted, by the service's clock; null while none are.</param>
/// <param name="State">How far counting has come.</param>
/// <param name="FinerRequests">How many requests the next finer step takes at most; 0 where there is none.</param>
public sealed record EventVolume(
    IReadOnlyList<VolumeBucket> Buckets, TimeSpan Step, DateTimeOffset? AsOf, VolumeState State, int FinerRequests)
{
    internal static EventVolume None { get; } = new([], TimeSpan.Zero, null, VolumeState.Waiting, 0);

    /// <summary>How many events all buckets have.</summary>
    public int Total => Buckets.Sum(bucket => bucket.Count);
}
