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
