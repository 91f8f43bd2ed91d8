namespace CallEventsDashboard.Feeds.Volume;

/// <summary>Which events of a list are counted.</summary>
public enum VolumeSeries
{
    All,

    /// <summary>Those whose delivery failed.</summary>
    Failed,
}
