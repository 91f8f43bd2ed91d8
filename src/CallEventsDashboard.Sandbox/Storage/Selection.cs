namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>The rows of one query in the order of time: those of the history as bits, and the few that came later as a sorted list.</summary>
internal sealed class Selection(RowTable rows, int historyCount, ulong[] history, IReadOnlyList<int> added)
{
    private readonly int _inHistory = Bitmaps.Rank(history, historyCount);

    public int Count => _inHistory + added.Count;

    /// <summary>Ids of the rows at [start, end), oldest first.</summary>
    public List<int> Slice(int start, int end)
    {
        var taken = new List<int>(end - start);
        var next = AddedBefore(start);
        using var old = Bitmaps.Positions(history, start - next).GetEnumerator();
        var more = old.MoveNext();
        while (taken.Count < end - start)
        {
            if (more && (next == added.Count || rows.Times[old.Current] <= rows.Times[added[next]]))
            {
                taken.Add(old.Current);
                more = old.MoveNext();
            }
            else
            {
                taken.Add(added[next++]);
            }
        }

        return taken;
    }

    /// <summary>How many of the added rows stand before the ordinal.</summary>
    private int AddedBefore(int ordinal)
    {
        var (low, high) = (0, added.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var before = Bitmaps.Rank(history, TimeSearch.UpperBound(rows.Times[..historyCount], rows.Times[added[middle]]));
            if (before + middle < ordinal)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
