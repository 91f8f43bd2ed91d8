namespace CallEventsDashboard.Queries;

/// <summary>How much of a wanted range lies within the horizon.</summary>
public enum RangeCoverage
{
    Whole,
    Partial,
    None,
}
