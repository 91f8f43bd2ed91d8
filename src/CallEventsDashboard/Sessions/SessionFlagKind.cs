namespace CallEventsDashboard.Sessions;

public enum SessionFlagKind
{
    /// <summary>Two records can't both be right.</summary>
    Contradiction,

    /// <summary>Telnyx refused a command.</summary>
    Refused,

    /// <summary>No hang-up of a leg was seen.</summary>
    EndNotSeen,

    /// <summary>Events come in an order that can't be: an answer after the hang-up, a leg before its transfer.</summary>
    OutOfOrder,

    /// <summary>A webhook that no attempt delivered.</summary>
    NotDelivered,

    /// <summary>Records of it have no time that can be read.</summary>
    Untimed,
}
