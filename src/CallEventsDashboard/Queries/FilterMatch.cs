namespace CallEventsDashboard.Queries;

/// <summary>What a returned row says about a filter.</summary>
public enum FilterMatch
{
    Matches,
    Contradicts,

    /// <summary>The row does not carry the field.</summary>
    CannotTell,
}
