namespace CallEventsDashboard.Feeds.Requests;

/// <summary>The last requests of a list, newest last. Safe for several threads.</summary>
internal sealed class RequestLog
{
    /// <summary>How many entries are kept.</summary>
    public const int Kept = 500;

    private readonly Lock _gate = new();
    private readonly List<RequestEntry> _entries = [];
    private long _dropped;

    public IReadOnlyList<RequestEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries];
        }
    }

    /// <summary>How many entries there have been, dropped ones included.</summary>
    public int Added
    {
        get
        {
            lock (_gate)
                return (int)_dropped + _entries.Count;
        }
    }

    /// <returns>The number by which the entry is replaced when more is known.</returns>
    public long Add(RequestEntry entry)
    {
        lock (_gate)
        {
            if (_entries.Count == Kept)
            {
                _entries.RemoveAt(0);
                _dropped++;
            }

            _entries.Add(entry);
            return _dropped + _entries.Count - 1;
        }
    }

    public void Replace(long number, RequestEntry entry)
    {
        lock (_gate)
        {
            if (number >= _dropped)
                _entries[(int)(number - _dropped)] = entry;
        }
    }
}
