using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>The viewers of one list.</summary>
/// <param name="gate">The lock of the snapshot.</param>
internal sealed class SnapshotViewers(Lock gate)
{
    private readonly List<IFeedViewer> _viewers = [];
    private Action? _leave;

    /// <summary>Under the lock only.</summary>
    public IReadOnlyList<IFeedViewer> All => _viewers;

    /// <summary>Cancelled when the last viewer has left; those who come later have a token of their own.</summary>
    public CancellationToken Attended { get; private set; }

    public bool IsWanting => _viewers.Exists(viewer => viewer.Wanted is not null);

    /// <summary>Whether one of them can see the list.</summary>
    public bool IsWatching => _viewers.Exists(viewer => viewer.IsWatching);

    /// <returns>Whether it is the first.</returns>
    public bool Add(IFeedViewer viewer)
    {
        _viewers.Add(viewer);
        if (_viewers.Count > 1)
            return false;
        var attended = new CancellationTokenSource();
        Attended = attended.Token;
        _leave = () =>
        {
            attended.Cancel();
            attended.Dispose();
        };
        return true;
    }

    /// <returns>When this was the last: cancels what was begun for the viewers, to be called outside the lock.</returns>
    public Action? Remove(IFeedViewer viewer) => _viewers.Remove(viewer) && _viewers.Count == 0 ? _leave : null;

    /// <summary>The key with which a request for all of them is made.</summary>
    /// <exception cref="OperationCanceledException">None is left.</exception>
    public ApiKey Key(CancellationToken wanted)
    {
        lock (gate)
            return _viewers.Count > 0 ? _viewers[0].Key : throw new OperationCanceledException("Nobody looks at the list any more.", wanted);
    }

    public void RaiseChanged()
    {
        IFeedViewer[] viewers;
        lock (gate)
            viewers = [.. _viewers];
        foreach (var viewer in viewers)
            viewer.RaiseChanged();
    }
}
