namespace CallEventsDashboard.Sessions;

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
