namespace CallEventsDashboard.Feeds.Volume;

/// <summary>How far the counting of a volume has come.</summary>
public enum VolumeState
{
    /// <summary>Nothing was asked for yet.</summary>
    Waiting,

    /// <summary>Requests to spare are waited for, or on their way.</summary>
    Counting,

    Counted,

    /// <summary>The totals of the service are not those of the list: it left a filter or a bound out, or the dashboard filters itself.</summary>
    NotOfThisList,

    /// <summary>The list is filtered here, and counting it takes more requests than are made for what nobody asked for.</summary>
    Costly,

    /// <summary>Events came in so fast, or so late, that no two answers agreed.</summary>
    TooFast,

    /// <summary>A request failed.</summary>
    Failed,
}
