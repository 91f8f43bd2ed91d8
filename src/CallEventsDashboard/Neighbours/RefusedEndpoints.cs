using System.Collections.Concurrent;
using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Neighbours;

/// <summary>Which keys may not read which resources, as Telnyx answered within the last hour. Safe for several threads.</summary>
internal sealed class RefusedEndpoints(TimeProvider time)
{
    private const int Most = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(KeyIdentity Key, string Endpoint), DateTimeOffset> _refused = [];

    public bool Has(KeyIdentity key, string endpoint) => Until(key, endpoint) is not null;

    /// <summary>When the key may be tried again; null where that is now.</summary>
    public DateTimeOffset? Until(KeyIdentity key, string endpoint) =>
        _refused.TryGetValue((key, endpoint), out var at) && time.GetUtcNow() - at < Kept ? at + Kept : null;

    public void Add(KeyIdentity key, string endpoint)
    {
        if (_refused.Count >= Most)
            _refused.Clear();
        _refused[(key, endpoint)] = time.GetUtcNow();
    }

    /// <summary>Lets all be asked again with a key: its permissions may be others now.</summary>
    public void Forget(KeyIdentity key)
    {
        foreach (var known in _refused.Keys.Where(known => known.Key == key))
            _refused.TryRemove(known, out _);
    }
}
