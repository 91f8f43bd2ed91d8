namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What call detail records are looked for by.</summary>
internal enum DetailSubject
{
    /// <summary>Nothing that they could be found by.</summary>
    None,
    Numbers,
    Session,
    Leg,

    /// <summary>An ID of which it is not known whether it is that of a session or of a leg.</summary>
    AnyId,
}
