namespace CallEventsDashboard.Telnyx;

/// <summary>The typed client of <c>GET /v2/call_events</c>, the endpoint that the dashboard is about.</summary>
/// <param name="requests">What sends its requests; the resources beside the log share it.</param>
public sealed class CallEventsClient(TelnyxRequests requests)
{
    /// <inheritdoc cref="TelnyxRequests(HttpClient, TimeProvider, CallEventsClientOptions)"/>
    public CallEventsClient(HttpClient http, TimeProvider time, CallEventsClientOptions options)
        : this(new TelnyxRequests(http, time, options))
    {
    }

    /// <summary>What sends the requests of this client.</summary>
    public TelnyxRequests Requests => requests;

    /// <summary>The service's clock, by its answers.</summary>
    public ServiceClock Clock => requests.Clock;

    /// <summary>The largest body that is read.</summary>
    public int MaxBodyBytes => requests.MaxBodyBytes;

    /// <summary>Reads one page. What is worth another attempt gets it: no connection, no answer in time, 408, 5xx, and an answer that broke off.</summary>
    /// <param name="key">Sent in the Authorization header of this request, and kept nowhere.</param>
    /// <param name="onRetry">Called for each failed attempt that is followed by another, before the wait.</param>
    /// <exception cref="TelnyxException">No page could be read; what the last attempt met.</exception>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> is cancelled, and always with that very token.</exception>
    public Task<CallEventPage> ListAsync(
        ApiKey key, CallEventFilter filter, PageRequest page, Action<RequestAttempt>? onRetry, CancellationToken cancellationToken) =>
        ListAsync(key, filter, page, onRetry, beforeAttempt: null, cancellationToken);

    /// <inheritdoc cref="ListAsync(ApiKey, CallEventFilter, PageRequest, Action{RequestAttempt}?, CancellationToken)"/>
    /// <param name="beforeAttempt">Awaited before each attempt, the first included: a repeated request must heed what other requests have learnt since. What it throws ends the request.</param>
    public Task<CallEventPage> ListAsync(
        ApiKey key, CallEventFilter filter, PageRequest page, Action<RequestAttempt>? onRetry, Func<Task>? beforeAttempt, CancellationToken cancellationToken) => requests.SendAsync(
            key,
            new Uri($"call_events?{CallEventQueryWriter.Write(filter, page)}", UriKind.Relative),
            requests.MaxBodyBytes,
            static (body, head) => CallEventPageReader.Read(body, head.ServedAt) with { RateLimit = head.RateLimit },
            (onRetry, beforeAttempt),
            cancellationToken);
}
