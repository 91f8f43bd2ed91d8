namespace CallEventsDashboard.Feeds.Insights;

/// <summary>How far a measure is known.</summary>
public enum MeasureState
{
    /// <summary>Nothing was asked for yet.</summary>
    NotCounted,

    /// <summary>Its answer, or one that shows that Telnyx applied its filters, is on its way.</summary>
    Counting,

    Counted,

    /// <summary>The list's own filters leave out what it counts.</summary>
    NotInList,

    /// <summary>The dashboard filters the list itself, so that Telnyx can't count it.</summary>
    FilteredHere,

    /// <summary>Telnyx lists nothing of the range.</summary>
    OutOfReach,

    /// <summary>An answer shows that Telnyx left out a filter or the range.</summary>
    Ignored,

    /// <summary>No answer shows that Telnyx applied each of its filters.</summary>
    Unproven,

    /// <summary>Telnyx gave no total.</summary>
    NoTotal,

    /// <summary>Events came or expired while it was counted.</summary>
    Moved,

    /// <summary>A request failed.</summary>
    Failed,
}
