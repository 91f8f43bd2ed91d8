namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Between which ranks the rows of one time stand that no page has shown whole. Their order may be another one in each answer: which of them an answer holds
/// says nothing of their ranks, and where it has them does.
/// </summary>
internal sealed class TieRanges
{
    private readonly Dictionary<long, (int From, int To)> _ranges = [];

    /// <summary>Takes in that the rows of a time have these ranks, both inclusive, and perhaps at others.</summary>
    public void Add(long time, int from, int to) =>
        _ranges[time] = _ranges.TryGetValue(time, out var known) ? (Math.Min(known.From, from), Math.Max(known.To, to)) : (from, to);

    /// <summary>The ranks that are known to have rows of a time; null when none are.</summary>
    public (int From, int To)? Find(long time) => _ranges.TryGetValue(time, out var range) ? range : null;

    /// <summary>The time of the tie that a rank is in; null when it is in none.</summary>
    public long? TimeAt(int rank)
    {
        foreach (var (time, (from, to)) in _ranges)
        {
            if (from <= rank && rank <= to)
                return time;
        }

        return null;
    }
}
