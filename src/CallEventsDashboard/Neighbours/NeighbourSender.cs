using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Neighbours;

/// <summary>Sends the requests of one page to resources beside the log: each in its turn within the limit of its endpoint, and written down.</summary>
internal sealed class NeighbourSender(TelnyxRequests requests, ApiKey key, RequestBudgetRegistry budgets, TimeProvider time)
{
    private readonly RequestLog _log = new();

    /// <summary>Called on any thread when the log has changed.</summary>
    public Action Changed { get; set; } = () => { };

    public ApiKey ApiKey => key;

    public KeyIdentity Key { get; } = KeyIdentity.From(key);

    public IReadOnlyList<RequestEntry> Log => _log.Entries;

    /// <summary>Until when Telnyx asked to wait at an endpoint; null when it did not.</summary>
    public DateTimeOffset? WaitUntil(string endpoint) => budgets.For(Key, endpoint).WaitUntil;

    /// <param name="purpose">Why, in the words of <see cref="RequestEntry.Purpose"/>.</param>
    /// <exception cref="TelnyxException">There is no answer.</exception>
    /// <exception cref="OperationCanceledException">It was no longer wanted before it was sent.</exception>
    public async Task<ResourceAnswer> SendAsync(ResourceRequest request, string purpose, RequestPriority priority, CancellationToken wanted)
    {
        var budget = budgets.For(Key, request.Endpoint);
        var since = time.GetTimestamp();
        await budget.EnterAsync(priority, wanted);
        try
        {
            return await SendAsync(request, purpose, budget, time.GetElapsedTime(since));
        }
        finally
        {
            budget.Leave(priority);
        }
    }

    private async Task<ResourceAnswer> SendAsync(ResourceRequest request, string purpose, RequestBudget budget, TimeSpan waited)
    {
        var (started, attempts) = (time.GetTimestamp(), 0);
        var entry = new RequestEntry(request.Query, purpose, time.GetUtcNow(), null, null, null, 1, waited, null) { Path = request.Path };
        var number = _log.Add(entry);
        Changed();
        try
        {
            var answer = await requests.GetAsync(key, request, onRetry: null, BeforeAttemptAsync, CancellationToken.None);
            budget.Learn(answer.RateLimit);
            End(200, answer.Records.Count, null);
            return answer;
        }
        catch (TelnyxException failure)
        {
            budget.Learn(failure);
            End((int?)failure.StatusCode, null, failure.Error);
            throw;
        }

        Task BeforeAttemptAsync() => budget.ResumeAsync(isRepeat: attempts++ > 0);

        void End(int? status, int? rows, TelnyxError? error)
        {
            var took = time.GetElapsedTime(started);
            _log.Replace(number, entry with { Duration = took, Status = status, Rows = rows, Attempts = Math.Max(1, attempts), Error = error });
            DashboardMetrics.RequestEnded(took, waited, Math.Max(1, attempts), error?.ToString() ?? "Success");
            Changed();
        }
    }
}
