using System.Collections.Concurrent;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>Sends the requests of one list, writes them down, and reports to the key's budget what their answers say of it.</summary>
internal sealed class RequestSender(CallEventsClient client, CallEventFilter filter, RequestBudget budget, TimeProvider time, Action changed)
{
    private readonly RequestLog _log = new();
    private readonly ConcurrentDictionary<long, RequestAttempt> _retrying = [];
    private int _answered;

    public IReadOnlyList<RequestEntry> Log => _log.Entries;

    /// <summary>Requests that were begun, also those that the log has dropped.</summary>
    public int Made => _log.Added;

    /// <summary>The next attempt of a request that failed; of several requests, of the one that has failed most often.</summary>
    public RequestAttempt? Retrying => _retrying.Values.MaxBy(attempt => attempt.Next);

    /// <summary>Requests answered, refused or failed.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>Sends a request that has its turn. Once sent it is never taken back, as the service has counted it.</summary>
    /// <param name="waited">How long it waited for its turn.</param>
    /// <param name="wanted">Cancelled when nobody wants the answer any more; only an attempt that was not sent heeds it.</param>
    /// <exception cref="TelnyxException">No page could be read. If Telnyx asked to wait, the budget knows it.</exception>
    /// <exception cref="OperationCanceledException">The request was not sent, or not again.</exception>
    public async Task<CallEventPage> SendAsync(PageFetch fetch, ApiKey key, TimeSpan waited, CancellationToken wanted)
    {
        var asked = (fetch.Filter ?? filter) with { OccurredAt = fetch.Bound };
        var (started, held, attempts) = (time.GetTimestamp(), waited, 0);
        var entry = new RequestEntry(CallEventQueryWriter.Write(asked, fetch.Page), RequestPurpose.Format(fetch), time.GetUtcNow(), null, null, null, 1, waited, null);
        var number = _log.Add(entry);
        try
        {
            var page = await client.ListAsync(key, asked, fetch.Page, attempt => Note(number, attempt), BeforeAttemptAsync, CancellationToken.None);
            budget.Learn(page.RateLimit);
            End(200, page.Events.Count, null);
            return page;
        }
        catch (TelnyxException failure)
        {
            budget.Learn(failure);
            End((int?)failure.StatusCode, null, failure.Error);
            throw;
        }
        catch (OperationCanceledException)
        {
            End(null, null, null);
            throw;
        }
        finally
        {
            Interlocked.Increment(ref _answered);
            _retrying.TryRemove(number, out _);
        }

        async Task BeforeAttemptAsync()
        {
            var since = time.GetTimestamp();
            await budget.ResumeAsync(isRepeat: attempts > 0);
            wanted.ThrowIfCancellationRequested();
            held += time.GetElapsedTime(since);
            attempts++;
        }

        void End(int? status, int? rows, TelnyxError? error)
        {
            var ended = entry with { Duration = time.GetElapsedTime(started), Status = status, Rows = rows, Attempts = Math.Max(1, attempts), Waited = held, Error = error };
            _log.Replace(number, ended);
            DashboardMetrics.RequestEnded(time.GetElapsedTime(started), held, ended.Attempts, error?.ToString() ?? (status is null ? "Cancelled" : "Success"));
        }
    }

    private void Note(long number, RequestAttempt attempt)
    {
        _retrying[number] = attempt;
        changed();
    }
}
