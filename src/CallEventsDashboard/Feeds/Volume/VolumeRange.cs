namespace CallEventsDashboard.Feeds.Volume;

/// <summary>The range whose events are counted.</summary>
/// <param name="EndsAtHorizon">Whether its older end is that of what the service lists, where events expire.</param>
internal sealed record VolumeRange(VolumeEdge From, VolumeEdge To, bool EndsAtHorizon)
{
    /// <summary>The edges of its buckets, the oldest first.</summary>
    public IReadOnlyList<VolumeEdge> Edges(TimeSpan step) => [From, .. VolumeScale.Edges(From.At, To.At, step).Select(at => new VolumeEdge(at)), To];
}
