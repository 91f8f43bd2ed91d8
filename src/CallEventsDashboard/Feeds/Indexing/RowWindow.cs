namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>The rows that a viewport wants: from <paramref name="Start"/>, inclusive, <paramref name="Count"/> of them.</summary>
/// <param name="Forward">Whether the reader moves towards higher indices: where the next page is read ahead of need.</param>
public readonly record struct RowWindow(int Start, int Count, bool Forward)
{
    /// <summary>Whether rows that do not show if they match are passed over, and not counted.</summary>
    public bool DecidedOnly { get; init; }

    public int End => Start + Count;

    /// <summary>The same window within a list of so many rows.</summary>
    public RowWindow Within(int rows)
    {
        var start = Math.Clamp(Start, 0, Math.Max(0, rows));
        return this with { Start = start, Count = Math.Clamp(Count, 0, Math.Max(0, rows) - start) };
    }
}
