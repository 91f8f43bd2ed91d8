namespace CallEventsDashboard.Queries;

/// <summary>The result of comparing a returned row with a filter.</summary>
public enum FilterMatch
{
    Matches,
    Contradicts,

    /// <summary>The row does not carry the field.</summary>
    CannotTell,
}
