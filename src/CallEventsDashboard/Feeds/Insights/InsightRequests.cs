using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Insights;

/// <summary>The requests behind the measures of one list: each in its turn, behind what people scroll to.</summary>
/// <param name="changed">Called on any thread when there is news of one.</param>
internal sealed class InsightRequests(CallEventsClient client, RequestBudget budget, TimeProvider time, Action changed)
{
    private readonly RequestSender _sender = new(client, CallEventFilter.None, budget, time, changed);
    private int _refused;

    public IReadOnlyList<RequestEntry> Log => _sender.Log;

    /// <summary>All of them, answered or not, also those that the log has dropped.</summary>
    public int Made => _sender.Made;

    /// <summary>Requests that were answered, or failed for good.</summary>
    public int Answered => _sender.Answered - Volatile.Read(ref _refused);

    /// <summary>Reads one page. A refused request is asked for again once the wait is over, which the budget keeps.</summary>
    /// <exception cref="TelnyxException">It failed for another reason than the rate limit.</exception>
    /// <exception cref="OperationCanceledException">It is no longer wanted, and was not sent.</exception>
    public async Task<CallEventPage> ReadAsync(PageFetch fetch, ApiKey key, CancellationToken wanted)
    {
        while (true)
        {
            var since = time.GetTimestamp();
            await budget.EnterAsync(RequestPriority.Background, wanted);
            try
            {
                var page = await _sender.SendAsync(fetch, key, time.GetElapsedTime(since), wanted);
                changed();
                return page;
            }
            catch (TelnyxException exception) when (exception.Error is TelnyxError.RateLimited)
            {
                Interlocked.Increment(ref _refused);
                changed();
            }
            finally
            {
                budget.Leave(RequestPriority.Background);
            }
        }
    }
}
