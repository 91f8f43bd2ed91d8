namespace CallEventsDashboard.Feeds;

/// <summary>What a list covers, in one word. The contract says when each holds.</summary>
public enum Coverage
{
    Reading,
    Complete,
    Partial,
    Unreachable,
    Failed,
}
