namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>The colour of an outcome.</summary>
public enum OutcomeTone
{
    /// <summary>No hang-up decides.</summary>
    Unknown,

    /// <summary>Somebody hung up a call that had been answered.</summary>
    Ok,

    /// <summary>Nobody answered: busy, no answer, refused, given up.</summary>
    Warn,

    /// <summary>It failed.</summary>
    Bad,
}
