namespace CallEventsDashboard.Feeds;

/// <summary>One budget for each key, whoever uses it and in however many tabs.</summary>
public sealed class RequestBudgets(TimeProvider time)
{
    private const int Kept = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<KeyIdentity, RequestBudget> _budgets = [];

    internal RequestBudget For(KeyIdentity key)
    {
        lock (_gate)
        {
            if (_budgets.TryGetValue(key, out var known))
                return known;
            if (_budgets.Count >= Kept)
            {
                foreach (var idle in _budgets.Where(pair => pair.Value.IsIdle).Select(pair => pair.Key).ToList())
                    _budgets.Remove(idle);
            }

            return _budgets[key] = new RequestBudget(time);
        }
    }
}
