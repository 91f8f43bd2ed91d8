using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Volume;

/// <summary>A boundary between two buckets.</summary>
/// <param name="IsInclusive">Whether the events of the very instant are on its older side.</param>
internal readonly record struct VolumeEdge(DateTimeOffset At, bool IsInclusive = false)
{
    public TimeBound Older => new(IsInclusive ? TimeComparison.AtOrBefore : TimeComparison.Before, At);

    public TimeBound Newer => new(IsInclusive ? TimeComparison.After : TimeComparison.AtOrAfter, At);
}
