namespace CallEventsDashboard.Sandbox;

/// <summary>Where a bound of <c>occurred_at</c> is not what it says. Default: nowhere. Bounds that are dropped in silence are among the <see cref="SandboxOptions.IgnoredFilters"/>.</summary>
public sealed record ServiceBounds
{
    /// <summary>Whether the rows of a bound's own instant are left out: <c>lte</c> is served as <c>lt</c>, <c>gte</c> as <c>gt</c>.</summary>
    public bool AreExclusive { get; init; }

    /// <summary>Whether every row happened between two microseconds, which its time has in nine digits: <c>lte</c> of its time without the last three leaves it out.</summary>
    public bool AreFiner { get; init; }

    /// <summary>Whether every bound is answered by 422.</summary>
    public bool AreRefused { get; init; }
}
