namespace CallEventsDashboard.Sessions;

public enum CarrierDifferenceKind
{
    /// <summary>The log has another time of the answer.</summary>
    Answer,

    /// <summary>The log has another time of the hang-up.</summary>
    End,

    /// <summary>The log has another cause.</summary>
    Cause,

    /// <summary>The log has another SIP code.</summary>
    Sip,
}
