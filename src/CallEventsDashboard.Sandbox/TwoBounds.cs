namespace CallEventsDashboard.Sandbox;

/// <summary>What two bounds of <c>occurred_at</c> in one request do.</summary>
public enum TwoBounds
{
    /// <summary>400 with code 10031.</summary>
    Error,

    /// <summary>The last one counts, the others are dropped in silence.</summary>
    LastWins,
}
