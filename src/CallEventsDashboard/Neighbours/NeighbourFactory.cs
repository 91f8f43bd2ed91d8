using System.Collections.Concurrent;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.Neighbours;

/// <summary>Opens for a page what it can ask beside the log. What one page has learned of a key, its permissions and its names, holds for all.</summary>
public sealed class NeighbourFactory(CallEventsClientFactory clients, RequestBudgetRegistry budgets, IOptions<NeighboursOptions> options, BackgroundWork work, TimeProvider time)
{
    private const int MostKeys = 256;

    private readonly RefusedEndpoints _refused = new(time);
    private readonly ConcurrentDictionary<KeyIdentity, ConnectionRegister> _names = [];

    /// <returns>Null where the operator has turned all of it off.</returns>
    public NeighbourReader? Open(ApiAccount account)
    {
        if (!options.Value.Enabled)
            return null;
        var sender = new NeighbourSender(clients.For(account).Requests, account.Key, budgets, time);
        return new NeighbourReader(sender, options.Value, _refused, NamesOf(sender.Key), time);
    }

    /// <summary>Lets all be asked again with a key: somebody tests it, and may have changed what it may read.</summary>
    public void ForgetRefusals(ApiKey key) => _refused.Forget(KeyIdentity.From(key));

    private ConnectionRegister NamesOf(KeyIdentity key)
    {
        if (_names.Count >= MostKeys)
            _names.Clear();
        return _names.GetOrAdd(key, _ => new ConnectionRegister(work, time));
    }
}
