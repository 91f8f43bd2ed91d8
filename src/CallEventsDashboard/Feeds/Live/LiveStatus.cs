namespace CallEventsDashboard.Feeds.Live;

/// <summary>Everything that a page says about following a list, at one moment.</summary>
public sealed record LiveStatus
{
    public required LiveState State { get; init; }

    /// <summary>How far apart polls are: as the allowance of the key permits it, shared with its other live lists.</summary>
    public TimeSpan Period { get; init; }

    /// <summary>New events that are held back, with those that were only counted.</summary>
    public int Gap { get; init; }

    /// <summary>Failed webhooks and refused commands among the events that arrived while nobody saw them come.</summary>
    public int Failures { get; init; }

    /// <summary>How many rows were inserted so far, at the top or at their place just below it.</summary>
    public int Inserted { get; init; }

    /// <summary>Another number each time that rows were inserted.</summary>
    public int Round { get; init; }

    /// <summary>Whether more arrived than polls can read, or than is kept in one piece, so that the list is to be opened again.</summary>
    public bool NeedsRenewal { get; init; }
}
