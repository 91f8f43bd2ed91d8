using CallEventsDashboard.Configuration;
using Microsoft.Extensions.Options;

namespace CallEventsDashboard.WebSecurity;

/// <summary>
/// Counts the connections to the hub from their first request on, in all, of each address and of each person: each holds memory, whether or not a
/// circuit ever comes of it.
/// </summary>
internal sealed class HubConnections(IOptions<LimitOptions> options, TimeProvider time)
{
    // A polling connection has no request of its own while its page takes the next poll; the framework gives it up some seconds earlier.
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly LimitedCounter _all = new(options.Value.Connections);
    private readonly LimitedCounter _addresses = new(options.Value.ConnectionsPerAddress);
    private readonly LimitedCounter _people = new(options.Value.ConnectionsPerUser);
    private readonly Dictionary<string, Polling> _polling = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _all.Taken("");

    /// <summary>Begins a request of a connection.</summary>
    /// <param name="id">The connection's, as its requests name it; empty where the connection is only this request.</param>
    /// <returns>Whether the connection has a place or got one; <see cref="End"/> then ends the request.</returns>
    public bool TryBegin(string id, HubCaller caller)
    {
        lock (_gate)
        {
            Sweep();
            if (id.Length == 0)
                return TryTake(caller);
            if (!_polling.TryGetValue(id, out var polling))
            {
                if (!TryTake(caller))
                    return false;
                _polling[id] = polling = new(caller);
            }

            polling.Requests++;
            return true;
        }
    }

    /// <param name="isOver">Whether the connection ended with this request, if it has an id.</param>
    public void End(string id, HubCaller caller, bool isOver)
    {
        lock (_gate)
        {
            if (id.Length == 0)
            {
                Leave(caller);
                return;
            }

            // Another request of the connection may have ended it before.
            if (!_polling.TryGetValue(id, out var polling))
                return;
            polling.Requests--;
            polling.LastSeen = time.GetTimestamp();
            if (isOver)
                Forget(id, polling);
        }
    }

    private void Sweep()
    {
        foreach (var (id, polling) in _polling)
        {
            if (polling.Requests <= 0 && time.GetElapsedTime(polling.LastSeen) >= Linger)
                Forget(id, polling);
        }
    }

    private void Forget(string id, Polling polling)
    {
        _polling.Remove(id);
        Leave(polling.Caller);
    }

    private bool TryTake(HubCaller caller)
    {
        if (!_all.TryTake(""))
            return false;
        if (!_addresses.TryTake(caller.Address))
        {
            _all.Leave("");
            return false;
        }

        if (caller.Person is null || _people.TryTake(caller.Person))
            return true;
        _addresses.Leave(caller.Address);
        _all.Leave("");
        return false;
    }

    private void Leave(HubCaller caller)
    {
        _all.Leave("");
        _addresses.Leave(caller.Address);
        if (caller.Person is not null)
            _people.Leave(caller.Person);
    }

    private sealed class Polling(HubCaller caller)
    {
        public HubCaller Caller => caller;

        public int Requests { get; set; }

        public long LastSeen { get; set; }
    }
}
