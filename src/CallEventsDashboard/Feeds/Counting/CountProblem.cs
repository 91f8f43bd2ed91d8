namespace CallEventsDashboard.Feeds.Counting;

/// <summary>Why there is no exact number.</summary>
internal enum CountProblem
{
    None,

    /// <summary>The service lists nothing of the range.</summary>
    OutOfReach,

    /// <summary>A row shows that the service left out a filter or a bound.</summary>
    Ignored,

    /// <summary>The answer gives no total, or one that its own rows disprove.</summary>
    NoTotal,

    /// <summary>The list moved while it was counted.</summary>
    Moved,
}
