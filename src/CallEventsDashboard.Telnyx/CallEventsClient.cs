using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace CallEventsDashboard.Telnyx;

/// <summary>The typed client of <c>GET /v2/call_events</c>, the one endpoint that the dashboard reads.</summary>
/// <param name="http">Its base address is the API's, with a final slash, such as <c>https://api.telnyx.com/v2/</c>; its handler has the settings of <see cref="TelnyxHttpHandler"/>.</param>
public sealed class CallEventsClient(HttpClient http, TimeProvider time, CallEventsClientOptions options)
{
    private const int MaxErrorBytes = 64 * 1024;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);
    private static readonly ResiliencePropertyKey<Action<RequestAttempt>?> OnRetry = new("on-retry");
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue UserAgent = new("CallEventsDashboard", typeof(CallEventsClient).Assembly.GetName().Version?.ToString(3));

    private readonly ResiliencePipeline _attempts = BuildPipeline(time, options);

    /// <summary>The service's clock, by its answers.</summary>
    public ServiceClock Clock { get; } = new(time);

    /// <summary>The largest body that is read.</summary>
    public int MaxBodyBytes => options.MaxBodyBytes;

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
    public async Task<CallEventPage> ListAsync(
        ApiKey key, CallEventFilter filter, PageRequest page, Action<RequestAttempt>? onRetry, Func<Task>? beforeAttempt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var uri = new Uri($"call_events?{CallEventQueryWriter.Write(filter, page)}", UriKind.Relative);
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(OnRetry, onRetry);
        try
        {
            return await _attempts.ExecuteAsync(
                static async (attempt, request) =>
                {
                    if (request.BeforeAsync is not null)
                        await request.BeforeAsync();
                    return await request.Client.AttemptAsync(request.Key, request.Uri, attempt.CancellationToken);
                },
                context,
                (Client: this, Key: key, Uri: uri, BeforeAsync: beforeAttempt));
        }
        catch (Exception cause) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The caller no longer wants the page.", cause, cancellationToken);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline BuildPipeline(TimeProvider time, CallEventsClientOptions options)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.MaxAttempts > 1)
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxAttempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.BaseDelay,
                MaxDelay = LongestDelay,
                Randomizer = options.Random,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is TelnyxException { IsTransient: true }),
                OnRetry = args =>
                {
                    if (args.Context.Properties.TryGetValue(OnRetry, out var onRetry) && args.Outcome.Exception is TelnyxException reason)
                        onRetry?.Invoke(new RequestAttempt(args.AttemptNumber + 2, options.MaxAttempts, args.RetryDelay, reason));
                    return ValueTask.CompletedTask;
                },
            });
        return builder.Build();
    }

    private async Task<CallEventPage> AttemptAsync(ApiKey key, Uri uri, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.Reveal());
            request.Headers.Accept.Add(Json);
            request.Headers.UserAgent.Add(UserAgent);
            var sentAt = time.GetTimestamp();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            Clock.Learn(response.Headers.Date, sentAt);
            return response.IsSuccessStatusCode
                ? await ReadPageAsync(response, either.Token)
                : throw ErrorResponse.Read(response, await ReadErrorAsync(response, either.Token), key, time.GetUtcNow());
        }
        catch (OperationCanceledException cause) when (!cancellationToken.IsCancellationRequested)
        {
            throw TelnyxFailures.TimedOut(timeout.IsCancellationRequested ? options.AttemptTimeout : null, cause);
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException)
        {
            throw TelnyxFailures.NotConnected(cause);
        }
    }

    private async Task<CallEventPage> ReadPageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ResponseBody.ReadAsync(response.Content, options.MaxBodyBytes, cancellationToken);
            var page = CallEventPageReader.Read(body ?? throw TelnyxFailures.TooLarge(options.MaxBodyBytes), response.Headers.Date);
            return page with { RateLimit = RateLimitHeaders.Read(response.Headers, time.GetUtcNow()) };
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or InvalidDataException)
        {
            throw TelnyxFailures.EndedEarly(cause);
        }
    }

    /// <summary>Telnyx's words for the error, or nothing: the status counts, whatever becomes of the body.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(response.Content, MaxErrorBytes, cancellationToken) ?? default;
        }
        catch (Exception cause) when (cause is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            return default;
        }
    }
}
