namespace CallEventsDashboard.Sandbox;

/// <summary>Trouble of the resources beside the log. On the command line with hyphens: <c>lost-deliveries</c>.</summary>
public enum ResourceTrap
{
    /// <summary>No key may read them: 403.</summary>
    Forbidden,

    /// <summary>No webhook has a row in the log of deliveries.</summary>
    LostDeliveries,

    /// <summary>The errors of an attempt are objects, as an older page of the documentation has them.</summary>
    ErrorObjects,

    /// <summary>No session is analysed yet: 409.</summary>
    Unanalysed,

    /// <summary>The balance may not be read: 403.</summary>
    NoBalance,

    /// <summary>An analysis has fields of other names and of other kinds than anybody has seen.</summary>
    OddAnalysis,

    /// <summary>The detail records of a session end each leg five seconds later than the log does, and for another reason.</summary>
    DifferingRecords,

    /// <summary>The detail records of a session have a leg of which the log has nothing.</summary>
    UnloggedLeg,

    /// <summary>The list of connections has those of Call Control, too, as it has all: without the time-outs of their applications.</summary>
    MixedConnections,

    /// <summary>The list of connections has none that an application stands behind.</summary>
    ApplicationsApart,

    /// <summary>Pages have two rows at most, whatever size they are asked for.</summary>
    ShortPages,

    /// <summary>Lists do not say how many rows they have.</summary>
    NoTotals,

    /// <summary>Lists leave out every filter in silence, but for the type of detail records, which they need.</summary>
    IgnoredFilters,
}
