namespace CallEventsDashboard.Urls;

public enum QueryProblemKind
{
    /// <summary>No parameter has this name.</summary>
    Unknown,

    /// <summary>The value can't be read.</summary>
    Malformed,

    /// <summary>The parameter was there before, in this spelling or in the API's.</summary>
    Repeated,

    /// <summary>An earlier parameter excludes it.</summary>
    Contradictory,

    /// <summary>It was damaged on its way here, and read as it must have been.</summary>
    Corrected,
}
