namespace CallEventsDashboard.Sessions;

public enum SessionFlagKind
{
    /// <summary>Two records can't both be right.</summary>
    Contradiction,

    /// <summary>Telnyx refused a command.</summary>
    Refused,

    /// <summary>A webhook that calls for a command, and none came for long.</summary>
    NoReaction,

    /// <summary>The same command twice after one webhook.</summary>
    RepeatedCommand,

    /// <summary>A command that was accepted after the hang-up of its leg.</summary>
    CommandAfterEnd,

    /// <summary>No hang-up of a leg was seen.</summary>
    EndNotSeen,

    /// <summary>Events come in an order that can't be: an answer after the hang-up, a leg before its transfer.</summary>
    OutOfOrder,

    /// <summary>A webhook that no attempt delivered.</summary>
    NotDelivered,

    /// <summary>Records of it have no time that can be read.</summary>
    Untimed,
}
