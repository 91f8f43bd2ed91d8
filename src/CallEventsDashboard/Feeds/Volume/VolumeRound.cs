using CallEventsDashboard.Feeds.Indexing;

namespace CallEventsDashboard.Feeds.Volume;

/// <summary>Chooses the edges to ask for, so that each is known either by its own answer or by buckets between it and one that is.</summary>
/// <param name="edges">The oldest first.</param>
internal sealed class VolumeRound(VolumeRange range, IReadOnlyList<VolumeEdge> edges, ServiceOrder order, KnownBuckets known)
{
    // An edge so near to the horizon loses events while it is asked for.
    private static readonly TimeSpan Safe = TimeSpan.FromMinutes(2);

    // Events beyond each edge: older ones where the service ascends, newer ones where it descends.
    private readonly int?[] _beyond = new int?[edges.Count];
    private int? _checked;
    private bool _isDone;

    /// <summary>How many requests a round takes, before its first.</summary>
    public int Requests => Enumerable.Range(0, edges.Count).Count(index => index == 0 || Between(index - 1) is null) + (order is ServiceOrder.Ascending && range.EndsAtHorizon ? 0 : 1);

    /// <summary>The next edge to ask for; null when all are known, and checked.</summary>
    public VolumeEdge? Next(DateTimeOffset now)
    {
        // Nothing that is listed is older than the horizon.
        if (order is ServiceOrder.Ascending && range.EndsAtHorizon && _beyond[0] is null)
            Learn(0, 0);
        // Where the oldest events expire unseen, they are counted first.
        if (order is ServiceOrder.Descending && range.EndsAtHorizon && _beyond[0] is null)
            return edges[0];
        if (_checked is null)
        {
            _checked = CheckedEdge(now);
            return edges[_checked.Value];
        }

        // What has not settled is asked for last: it can't be checked.
        var next = order is ServiceOrder.Descending ? Array.FindLastIndex(_beyond, count => count is null) : Array.FindIndex(_beyond, count => count is null);
        if (next >= 0 && (order is ServiceOrder.Descending || next < _checked || _isDone))
            return edges[next];
        return _isDone ? null : edges[_checked.Value];
    }

    /// <returns>False when the answer contradicts another one.</returns>
    public bool Take(VolumeEdge edge, int beyond)
    {
        var index = IndexOf(edge);
        if (_beyond[index] is { } before)
        {
            _isDone |= index == _checked;
            return before == beyond;
        }

        Learn(index, beyond);
        return true;
    }

    /// <summary>The buckets; null where the numbers contradict each other.</summary>
    public IReadOnlyList<VolumeBucket>? Buckets(DateTimeOffset asOf)
    {
        var buckets = new List<VolumeBucket>(edges.Count - 1);
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var count = order is ServiceOrder.Ascending ? _beyond[i + 1] - _beyond[i] : _beyond[i] - _beyond[i + 1];
            if (count is not >= 0)
                return null;
            buckets.Add(new VolumeBucket(edges[i].At, edges[i + 1].At, count.Value, edges[i + 1].At <= asOf - VolumeCounter.Lag));
        }

        return buckets;
    }

    // Beyond it lies all that is counted, but for what has not settled, and for what expires.
    private int CheckedEdge(DateTimeOffset now)
    {
        var last = edges.Count - 1;
        if (order is ServiceOrder.Ascending)
        {
            var settled = last;
            while (settled > 1 && edges[settled].At > now - VolumeCounter.Lag)
                settled--;
            return settled;
        }

        if (!range.EndsAtHorizon)
            return 0;
        var safe = 1;
        while (safe < last && edges[safe].At < edges[0].At + Safe)
            safe++;
        return safe;
    }

    private void Learn(int index, int beyond)
    {
        _beyond[index] = beyond;
        for (var i = index; i + 1 < edges.Count && Between(i) is { } count && _beyond[i + 1] is null; i++)
            _beyond[i + 1] = _beyond[i] + (order is ServiceOrder.Ascending ? count : -count);
        for (var i = index; i > 0 && Between(i - 1) is { } count && _beyond[i - 1] is null; i--)
            _beyond[i - 1] = _beyond[i] - (order is ServiceOrder.Ascending ? count : -count);
    }

    private int? Between(int index) => known.Find(edges[index], edges[index + 1]);

    private int IndexOf(VolumeEdge edge)
    {
        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i] == edge)
                return i;
        }

        throw new ArgumentOutOfRangeException(nameof(edge), edge, "Not an edge of this round.");
    }
}
