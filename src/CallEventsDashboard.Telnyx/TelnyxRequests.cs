using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace CallEventsDashboard.Telnyx;

/// <summary>
/// Sends requests to the API, whatever they ask for: the key in a header, an attempt's time, the attempts that are worth it, failures of one kind. Each resource
/// has a class of its own over it.
/// </summary>
/// <param name="http">Its base address is the API's, with a final slash, such as <c>https://api.telnyx.com/v2/</c>; its handler has the settings of <see cref="TelnyxHttpHandler"/>.</param>
public sealed class TelnyxRequests(HttpClient http, TimeProvider time, CallEventsClientOptions options)
{
    private const int MaxErrorBytes = 64 * 1024;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(8);
    private static readonly ResiliencePropertyKey<Action<RequestAttempt>?> OnRetry = new("on-retry");
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");
    private static readonly ProductInfoHeaderValue UserAgent = new("CallEventsDashboard", typeof(TelnyxRequests).Assembly.GetName().Version?.ToString(3));

    private readonly ResiliencePipeline _attempts = BuildPipeline(time, options);

    /// <summary>The service's clock, by its answers.</summary>
    public ServiceClock Clock { get; } = new(time);

    /// <summary>The largest body that is read.</summary>
    public int MaxBodyBytes => options.MaxBodyBytes;

    /// <summary>Asks one of the resources beside the log. What is worth another attempt gets it: no connection, no answer in time, 408, 5xx, and an answer that broke off.</summary>
    /// <inheritdoc cref="CallEventsClient.ListAsync(ApiKey, CallEventFilter, PageRequest, Action{RequestAttempt}?, Func{Task}?, CancellationToken)"/>
    public Task<ResourceAnswer> GetAsync(ApiKey key, ResourceRequest request, Action<RequestAttempt>? onRetry, Func<Task>? beforeAttempt, CancellationToken cancellationToken) => SendAsync(
        key, new Uri(request.Address, UriKind.Relative), Math.Min(options.MaxBodyBytes, ResourceAnswer.MaxBytes), ResourceAnswer.Read, (onRetry, beforeAttempt), cancellationToken);

    /// <param name="address">Path and query below the base address.</param>
    /// <param name="read">Reads the body of an answer with status 200; the rest of the answer is in its headers.</param>
    /// <param name="attempts">Called for each failed attempt that is followed by another, before the wait; awaited before each attempt, the first included.</param>
    /// <exception cref="TelnyxException">What the last attempt met.</exception>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellationToken"/> is cancelled, and always with that very token.</exception>
    internal async Task<T> SendAsync<T>(
        ApiKey key,
        Uri address,
        int maxBytes,
        Func<Memory<byte>, AnswerHead, T> read,
        (Action<RequestAttempt>? OnRetry, Func<Task>? BeforeAsync) attempts,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(OnRetry, attempts.OnRetry);
        try
        {
            return await _attempts.ExecuteAsync(
                static async (attempt, request) =>
                {
                    if (request.BeforeAsync is not null)
                        await request.BeforeAsync();
                    return await request.Sender.AttemptAsync(request.Key, request.Address, request.MaxBytes, request.Read, attempt.CancellationToken);
                },
                context,
                (Sender: this, Key: key, Address: address, MaxBytes: maxBytes, Read: read, attempts.BeforeAsync));
        }
        catch (Exception cause) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The caller no longer wants the answer.", cause, cancellationToken);
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

    private async Task<T> AttemptAsync<T>(ApiKey key, Uri uri, int maxBytes, Func<Memory<byte>, AnswerHead, T> read, CancellationToken cancellationToken)
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
                ? await ReadAsync(response, maxBytes, read, either.Token)
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

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, int maxBytes, Func<Memory<byte>, AnswerHead, T> read, CancellationToken cancellationToken)
    {
        try
        {
            var body = await ResponseBody.ReadAsync(response.Content, maxBytes, cancellationToken);
            return read(body ?? throw TelnyxFailures.TooLarge(maxBytes), new AnswerHead(response.Headers.Date, RateLimitHeaders.Read(response.Headers, time.GetUtcNow())));
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
