namespace CallEventsDashboard.Sandbox.Api;

/// <summary>The requests, for tests to look at: the last ones in full, all of them counted. No keys. Safe for several threads.</summary>
internal sealed class RequestLog
{
    private const int Kept = 1000;
    private readonly Lock _gate = new();
    private readonly Queue<SandboxServed> _served = new();

    public long Count { get; private set; }

    public IReadOnlyList<SandboxServed> Served
    {
        get
        {
            lock (_gate)
                return [.. _served];
        }
    }

    public void Add(SandboxServed served)
    {
        lock (_gate)
        {
            Count++;
            _served.Enqueue(served);
            if (_served.Count > Kept)
                _served.Dequeue();
        }
    }
}
