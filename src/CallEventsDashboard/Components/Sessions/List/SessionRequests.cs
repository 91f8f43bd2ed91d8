using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Components.Sessions.List;

/// <summary>The requests that were made for sessions which are not being read any more.</summary>
internal sealed class SessionRequests
{
    private const int Kept = 500;

    private readonly List<RequestEntry> _log = [];
    private int _earlier;

    /// <summary>How many they are, those that are not kept any more among them.</summary>
    public int Count => _earlier + _log.Count;

    /// <summary>The last of them, session by session.</summary>
    public IReadOnlyList<RequestEntry> Log => _log;

    public void Add(IEnumerable<RequestEntry> entries)
    {
        // A session that is opened again soon may have its requests from before.
        _log.AddRange(entries.Except(_log));
        var surplus = Math.Max(0, _log.Count - Kept);
        _log.RemoveRange(0, surplus);
        _earlier += surplus;
    }
}
