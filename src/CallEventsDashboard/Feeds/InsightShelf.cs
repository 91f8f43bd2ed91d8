using CallEventsDashboard.Feeds.Insights;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>The measures that a tab has asked for: who follows a number to its list and comes back finds them as they were. One per circuit; used on its own turn only.</summary>
public sealed class InsightShelf(CallEventFeedFactory feeds)
{
    private const int MostKept = 3;

    private readonly List<((KeyIdentity Key, CallEventsClient Client, CallEventQuery List) Place, InsightReader Reader)> _kept = [];

    /// <summary>The measures of a list, as they were last asked for with the same key.</summary>
    /// <param name="query">Its order does not matter.</param>
    public InsightReader Open(CallEventsClient client, ApiKey key, CallEventQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var place = (KeyIdentity.From(key), client, query.List with { Order = default });
        var index = _kept.FindIndex(kept => kept.Place == place);
        var entry = index < 0 ? (place, feeds.OpenInsights(client, key, place.Item3)) : _kept[index];
        if (index >= 0)
            _kept.RemoveAt(index);
        _kept.Add(entry);
        if (_kept.Count > MostKept)
            _kept.RemoveAt(0);
        return entry.Item2;
    }
}
