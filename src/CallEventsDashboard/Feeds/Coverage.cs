namespace CallEventsDashboard.Feeds;

/// <summary>The coverage of a list, in one word. The contract defines each.</summary>
public enum Coverage
{
    Reading,
    Complete,
    Partial,
    Unreachable,
    Failed,
}
