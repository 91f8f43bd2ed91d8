namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>The rows that a viewport wants: from <paramref name="Start"/>, inclusive, <paramref name="Count"/> of them.</summary>
/// <param name="Forward">Whether the reader moves towards higher indices: where the next page is read ahead of need.</param>
public readonly record struct RowWindow(int Start, int Count, bool Forward)
{
    /// <summary>Whether pages beside the window are read before it gets there.</summary>
    public bool ReadsAhead { get; init; } = true;

    /// <summary>Whether what nobody has asked for is read, too, such as the end that expires first.</summary>
    public bool ReadsUnasked { get; init; } = true;

    /// <summary>Whether rows that do not show if they match are passed over, and not counted.</summary>
    public bool DecidedOnly { get; init; }

    /// <summary>Whether somebody asked for the rows who can do without them for a while: they are read after those in view, and leave what is kept of the key's allowance for people.</summary>
    public bool IsPatient { get; init; }

    public int End => Start + Count;

    /// <summary>The window that follows when the view moves: pages are read ahead in the direction of travel, once there is one.</summary>
    public RowWindow MovedTo(int start, int count) =>
        start == Start ? this with { Count = count } : this with { Start = start, Count = count, Forward = start > Start, ReadsAhead = true };

    /// <summary>The same window within a list of so many rows.</summary>
    public RowWindow Within(int rows)
    {
        var start = Math.Clamp(Start, 0, Math.Max(0, rows));
        return this with { Start = start, Count = Math.Clamp(Count, 0, Math.Max(0, rows) - start) };
    }
}
