namespace CallEventsDashboard.Sandbox;

/// <summary>Where the service answers with less than it was asked for, in silence, as endpoints beside this one do. Default: nowhere.</summary>
public sealed record ServiceCuts
{
    /// <summary>Rows that a page has at most, whatever size is asked for; null for no such limit.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whether <c>meta</c> has the page size that was asked for, and not the one that the page has.</summary>
    public bool TellsAskedSize { get; init; }

    /// <summary>Rows that are counted, and reached by page numbers, at most; null for no such limit.</summary>
    public int? Depth { get; init; }

    /// <summary>Whether each page is the first.</summary>
    public bool IgnoresPageNumber { get; init; }

    /// <summary>By how many the total is too high; negative where it is too low.</summary>
    public int TotalOff { get; init; }

    /// <summary>By how many each total is lower than the one before.</summary>
    public int TotalFalls { get; init; }

    /// <summary>The number of a page, from 1, that comes without its rows; null for none.</summary>
    public int? EmptyPage { get; init; }

    /// <summary>Whether the last page of several lacks its last row.</summary>
    public bool ShortLastPage { get; init; }
}
