namespace CallEventsDashboard.Feeds.Volume;

/// <summary>The sum of the counts of several queries over the same buckets.</summary>
internal sealed class VolumeSum
{
    /// <summary>The oldest first; empty while nothing was added.</summary>
    public IReadOnlyList<VolumeBucket> Buckets { get; private set; } = [];

    /// <summary>When the first of them was counted.</summary>
    public DateTimeOffset AsOf { get; private set; }

    /// <summary>Whether a part of the events was counted as more than all of them.</summary>
    public bool IsContradictory => Buckets.Any(bucket => bucket.Count < 0);

    /// <param name="sign">1 to add the events, -1 to take them away.</param>
    public void Add(IReadOnlyList<VolumeBucket> buckets, DateTimeOffset asOf, int sign)
    {
        AsOf = Buckets.Count == 0 || asOf < AsOf ? asOf : AsOf;
        Buckets = Buckets.Count == 0
            ? [.. buckets.Select(bucket => bucket with { Count = sign * bucket.Count })]
            : [.. Buckets.Zip(buckets, (sum, bucket) => sum with { Count = sum.Count + (sign * bucket.Count), IsSettled = sum.IsSettled && bucket.IsSettled })];
    }
}
