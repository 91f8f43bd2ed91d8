using System.Diagnostics.CodeAnalysis;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Insights;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Feeds;

/// <summary>Opens lists. What it opens is to be disposed.</summary>
public sealed class CallEventFeedFactory(IOptions<FeedOptions> options, RequestBudgetRegistry budgets, BackgroundWork work, TimeProvider time)
{
    /// <summary>The background work of these lists.</summary>
    public BackgroundWork Work => work;

    private readonly SnapshotCache _snapshots = new(options.Value, budgets, work, time);
    private readonly int _scanPages = options.Value.ScanPages;

    /// <summary>Opens the list of a query: that of others with the same key who opened it within 10 s, or 10 minutes where its range has ended; else a new one.</summary>
    public CallEventFeed Open(CallEventsClient client, ApiKey key, CallEventQuery query) => Open(client, key, query, isNew: false);

    /// <summary>Opens a list as of now, for a viewer who wants what arrived since.</summary>
    [SuppressMessage("Naming", "CA1711", Justification = "What it opens is new; there is no older method that it replaces.")]
    public CallEventFeed OpenNew(CallEventsClient client, ApiKey key, CallEventQuery query) => Open(client, key, query, isNew: true);

    /// <summary>Opens a list, newest first and without an end, that goes on as events arrive.</summary>
    public CallEventFeed OpenLive(CallEventsClient client, ApiKey key, CallEventQuery query) => Open(client, key, query, isNew: true, isLive: true);

    /// <summary>Opens a session: all its events are read, the oldest first.</summary>
    /// <param name="isNew">Whether it is wanted as of now, and not as others opened it within 10 s.</param>
    public SessionFeed OpenSession(CallEventsClient client, ApiKey key, string sessionId, bool isNew = false)
    {
        var query = CallEventQuery.Default with { ApplicationSessionId = sessionId, Order = EventOrder.Oldest };
        return new SessionFeed(Open(client, key, query, isNew), sessionId);
    }

    /// <summary>The spare requests of a key.</summary>
    public SpareRequests SpareOf(ApiKey key) => new(budgets.For(KeyIdentity.From(key)), work);

    /// <summary>Groups a list by session, within the budget of a scan.</summary>
    /// <param name="budgets">How many times that budget is granted from the start.</param>
    public SessionScan Group(CallEventFeed feed, int budgets = 1) => new(feed, _scanPages, budgets);

    /// <summary>The measures of a list, of which nothing is asked yet.</summary>
    public InsightReader OpenInsights(CallEventsClient client, ApiKey key, CallEventQuery query) => new(client, query, budgets.For(KeyIdentity.From(key)), work, time);

    private CallEventFeed Open(CallEventsClient client, ApiKey key, CallEventQuery query, bool isNew, bool isLive = false) =>
        _snapshots.Open(client, key, query, isNew, isLive, shared => new CallEventFeed(shared, key, _snapshots.Sweep));
}
