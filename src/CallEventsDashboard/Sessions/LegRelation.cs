namespace CallEventsDashboard.Sessions;

/// <param name="Kind">What the relation is.</param>
/// <param name="Evidence">The event that says so.</param>
/// <param name="OtherLegId">The leg that it is a relation to, where that is known.</param>
public sealed record LegRelation(LegRelationKind Kind, Mark Evidence, string? OtherLegId = null);
