namespace CallEventsDashboard.Feeds.Volume;

/// <summary>Counts of buckets that have settled, which stay the same until they expire. Safe for several threads.</summary>
internal sealed class KnownBuckets
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(DateTimeOffset From, DateTimeOffset To), int> _counts = [];

    public int? Find(VolumeEdge from, VolumeEdge to)
    {
        if (from.IsInclusive || to.IsInclusive)
            return null;
        lock (_gate)
            return _counts.TryGetValue((from.At, to.At), out var count) ? count : null;
    }

    /// <param name="from">Of what the service still lists in whole; counts of what is older are dropped.</param>
    public void Keep(IEnumerable<VolumeBucket> buckets, DateTimeOffset from)
    {
        lock (_gate)
        {
            foreach (var bucket in buckets)
                _counts[(bucket.From, bucket.To)] = bucket.Count;
            foreach (var old in _counts.Keys.Where(key => key.From < from).ToList())
                _counts.Remove(old);
        }
    }
}
