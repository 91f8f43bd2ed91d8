using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>The pages of one filter, read with one key.</summary>
internal sealed class CallEventSource(CallEventsClient client, ApiKey key, CallEventFilter filter)
{
    public Task<CallEventPage> ReadAsync(PageAsk ask, Action<RequestAttempt> onRetry, CancellationToken cancellationToken) =>
        client.ListAsync(key, filter with { OccurredAt = ask.Bound }, ask.Page, onRetry, cancellationToken);
}
