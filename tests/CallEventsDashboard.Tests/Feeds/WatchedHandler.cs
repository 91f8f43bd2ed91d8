using System.Collections.Concurrent;

namespace CallEventsDashboard.Feeds;

/// <summary>Sees every request as it is sent.</summary>
internal sealed class WatchedHandler(HttpMessageHandler inner, TimeProvider time) : DelegatingHandler(inner)
{
    private int _underWay;

    public ConcurrentQueue<SentRequest> Sent { get; } = new();

    public int MostUnderWay { get; private set; }

    public int Cancelled { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Enqueue(new SentRequest(time.GetUtcNow(), Uri.UnescapeDataString(request.RequestUri!.Query), request.Headers.Authorization!.Parameter!));
        MostUnderWay = Math.Max(MostUnderWay, Interlocked.Increment(ref _underWay));
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Cancelled++;
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}

internal sealed record SentRequest(DateTimeOffset At, string Query, string Key);
