namespace CallEventsDashboard.Sandbox;

/// <summary>The effect of two bounds of <c>occurred_at</c> in one request.</summary>
public enum TwoBounds
{
    /// <summary>400 with code 10031.</summary>
    Error,

    /// <summary>The last one counts, the others are dropped in silence.</summary>
    LastWins,
}
