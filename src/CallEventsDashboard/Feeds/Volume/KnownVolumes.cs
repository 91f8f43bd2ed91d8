using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;

namespace CallEventsDashboard.Feeds.Volume;

/// <summary>The counts of settled buckets of all lists, for all who look at the same events with the same key, over whatever range. Safe for several threads.</summary>
internal sealed class KnownVolumes
{
    private const int MostKept = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<(KeyIdentity Key, object Client, CallEventQuery Query), (KnownBuckets Buckets, long Use)> _kept = [];
    private long _uses;

    /// <param name="client">Which service is asked.</param>
    /// <param name="query">The events that are counted; range, order and what only concerns the page are not heeded.</param>
    public KnownBuckets For(KeyIdentity key, object client, CallEventQuery query)
    {
        var place = (key, client, query.List with { Range = TimeRange.Default, Order = CallEventQuery.Default.Order });
        lock (_gate)
        {
            var buckets = _kept.TryGetValue(place, out var kept) ? kept.Buckets : new KnownBuckets();
            _kept[place] = (buckets, ++_uses);
            if (_kept.Count > MostKept)
                _kept.Remove(_kept.MinBy(pair => pair.Value.Use).Key);
            return buckets;
        }
    }
}
