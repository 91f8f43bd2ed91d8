namespace CallEventsDashboard.Feeds;

/// <summary>The rows that a viewport wants: from <paramref name="Start"/>, inclusive, <paramref name="Count"/> of them.</summary>
/// <param name="Forward">Whether the reader moves towards higher indices: where the next page is read ahead of need.</param>
public readonly record struct RowWindow(int Start, int Count, bool Forward)
{
    public int End => Start + Count;

    /// <summary>The same window within a list of so many rows.</summary>
    public RowWindow Within(int rows)
    {
        var start = Math.Clamp(Start, 0, Math.Max(0, rows));
        return this with { Start = start, Count = Math.Clamp(Count, 0, Math.Max(0, rows) - start) };
    }

    /// <summary>The indices of the window, then one page ahead in the direction of travel.</summary>
    public IEnumerable<int> WithAhead(int rows, int ahead)
    {
        for (var i = Start; i < End; i++)
            yield return i;
        for (var i = 0; i < ahead; i++)
        {
            var index = Forward ? End + i : Start - 1 - i;
            if (index < 0 || index >= rows)
                yield break;
            yield return index;
        }
    }
}
