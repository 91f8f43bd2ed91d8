using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Feeds;

/// <summary>Opens lists.</summary>
public sealed class CallEventFeeds(IOptions<FeedOptions> options, TimeProvider time)
{
    public CallEventFeed Open(CallEventsClient client, ApiKey key, CallEventQuery query) => new(client, key, query, options.Value, time);

    /// <summary>Opens a list as of now, whatever is shared of the same query.</summary>
    public CallEventFeed OpenNew(CallEventsClient client, ApiKey key, CallEventQuery query) => new(client, key, query, options.Value, time);
}
