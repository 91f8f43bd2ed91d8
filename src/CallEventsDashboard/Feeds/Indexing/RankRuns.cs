namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>The unbroken stretches of ranks that have a row, newest first, both ends inclusive.</summary>
internal sealed class RankRuns
{
    private readonly List<(int From, int To)> _runs = [];

    public IReadOnlyList<(int From, int To)> All => _runs;

    /// <summary>The index of the last run that begins at or before a rank; -1 when there is none.</summary>
    public int IndexBefore(int rank)
    {
        var (low, high) = (0, _runs.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_runs[middle].From <= rank)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return high;
    }

    public void Add(int rank)
    {
        var at = IndexBefore(rank);
        if (at >= 0 && _runs[at].To == rank - 1)
            _runs[at] = (_runs[at].From, rank);
        else
            _runs.Insert(++at, (rank, rank));
        if (at + 1 < _runs.Count && _runs[at + 1].From == rank + 1)
        {
            _runs[at] = (_runs[at].From, _runs[at + 1].To);
            _runs.RemoveAt(at + 1);
        }
    }
}
