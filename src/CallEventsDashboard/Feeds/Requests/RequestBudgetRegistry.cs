using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

/// <summary>One budget for each key and endpoint, whoever uses it and in however many tabs: Telnyx counts the requests to each endpoint apart, within fixed minutes of UTC.</summary>
public sealed class RequestBudgetRegistry(TimeProvider time, BackgroundWork work)
{
    private const int Kept = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<(KeyIdentity Key, string Endpoint), RequestBudget> _budgets = [];

    /// <summary>Sends one request that belongs to no list, when its turn comes; what its answer says of the key holds for all.</summary>
    /// <exception cref="TelnyxException">It failed, or was not sent as Telnyx asks to wait.</exception>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public async Task<CallEventPage> SendAsync(ApiKey key, Func<Task<CallEventPage>> sendAsync, CancellationToken cancellationToken)
    {
        var budget = For(KeyIdentity.From(key));
        if ((budget.WaitUntil ?? budget.HeldUntil) is { } until)
            throw new TelnyxException(TelnyxError.RateLimited) { RetryAfter = until - time.GetUtcNow() };
        await budget.EnterAsync(RequestPriority.Interactive, cancellationToken);
        try
        {
            var page = await sendAsync();
            budget.Learn(page.RateLimit);
            return page;
        }
        catch (TelnyxException failure)
        {
            budget.Learn(failure);
            throw;
        }
        finally
        {
            budget.Leave(RequestPriority.Interactive);
        }
    }

    /// <summary>The budget of the log of call events.</summary>
    internal RequestBudget For(KeyIdentity key) => For(key, RequestEntry.CallEvents);

    internal RequestBudget For(KeyIdentity key, string endpoint)
    {
        var wanted = (key, endpoint);
        lock (_gate)
        {
            if (_budgets.TryGetValue(wanted, out var known))
                return known;
            if (_budgets.Count >= Kept)
            {
                foreach (var idle in _budgets.Where(pair => pair.Value.IsIdle).Select(pair => pair.Key).ToList())
                    _budgets.Remove(idle);
            }

            return _budgets[wanted] = new RequestBudget(time, work);
        }
    }
}
