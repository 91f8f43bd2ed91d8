namespace CallEventsDashboard.Sessions;

public enum LegDirection
{
    /// <summary>No record says it.</summary>
    Unknown,

    /// <summary>Somebody called in: the caller is the far end.</summary>
    Incoming,

    /// <summary>Your side called out: the callee is the far end.</summary>
    Outgoing,
}

/// <summary>How a leg came to be, or whom it met.</summary>
public enum LegRelationKind
{
    /// <summary>Somebody called in.</summary>
    Caller,

    /// <summary>The application, or a TeXML instruction, dialled it.</summary>
    Dialled,

    /// <summary>The transfer of another leg made it.</summary>
    Transfer,

    /// <summary>It was joined to another leg.</summary>
    Bridge,

    /// <summary>It took part in a conference.</summary>
    Conference,
}

/// <param name="Kind">What the relation is.</param>
/// <param name="Evidence">The event that says so.</param>
/// <param name="OtherLegId">The leg that it is a relation to, where that is known.</param>
public sealed record LegRelation(LegRelationKind Kind, Mark Evidence, string? OtherLegId = null);
