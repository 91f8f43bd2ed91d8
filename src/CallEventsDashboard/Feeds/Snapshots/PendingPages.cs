using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>The pages that the viewers of one list lack, and those that are on their way. Guarded by the lock of its snapshot.</summary>
/// <param name="hasPlenty">Whether what nobody asked for may be read, too.</param>
internal sealed class PendingPages(SnapshotViewers viewers, Func<bool> hasPlenty)
{
    private const int MaxOnTheirWay = 4;

    private readonly Dictionary<PageFetch, TaskCompletionSource> _onTheirWay = [];
    private readonly HashSet<RequestPriority> _waitsForTurn = [];
    private int _served;

    /// <summary>Whether a turn has to be waited for: something is missing, and no turn is waited for yet.</summary>
    public bool Claim(Listing? listing, RequestPriority priority) =>
        !_waitsForTurn.Contains(priority) && Next(listing, priority) is not null && _waitsForTurn.Add(priority);

    public void GiveUp(RequestPriority priority) => _waitsForTurn.Remove(priority);

    /// <summary>Uses a turn: chooses what is missing now, which may be another page than when the turn was claimed, or nothing.</summary>
    public (PageFetch Fetch, ApiKey Key)? Take(Listing? listing, RequestPriority priority)
    {
        _waitsForTurn.Remove(priority);
        if (Next(listing, priority) is not var (fetch, viewer))
            return null;
        _served = viewer + 1;
        TryBegin(fetch, out _);
        return (fetch, viewers.All[viewer].Key);
    }

    /// <summary>Puts a page on its way.</summary>
    /// <param name="coming">Completes when the page has come, or has not.</param>
    /// <returns>False when it was on its way already.</returns>
    public bool TryBegin(PageFetch fetch, out Task coming)
    {
        var isNew = !_onTheirWay.TryGetValue(fetch, out var source);
        if (isNew)
            _onTheirWay[fetch] = source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        coming = source!.Task;
        return isNew;
    }

    public void End(PageFetch fetch)
    {
        if (_onTheirWay.Remove(fetch, out var coming))
            coming.SetResult();
    }

    // Each viewer in turn, so that a fast one does not keep the others waiting.
    private (PageFetch Fetch, int Viewer)? Next(Listing? listing, RequestPriority priority)
    {
        if (listing is null || _onTheirWay.Count >= MaxOnTheirWay)
            return null;
        for (var i = 0; i < viewers.All.Count; i++)
        {
            var viewer = (_served + i) % viewers.All.Count;
            if (viewers.All[viewer].Wanted is not { } window)
                continue;
            var fetch = Missing(listing, window, priority);
            if (fetch is not null && !_onTheirWay.ContainsKey(fetch))
                return (fetch, viewer);
        }

        return null;
    }

    // In a scan the rest is read in the background for everybody.
    private PageFetch? Missing(Listing listing, RowWindow window, RequestPriority priority) => priority switch
    {
        RequestPriority.Interactive => window.IsPatient ? null : listing.NextWanted(window, _onTheirWay.Keys),
        RequestPriority.Background when listing.Scan is null => window.IsPatient ? listing.NextWanted(window, _onTheirWay.Keys) : null,
        _ => listing.NextAhead(window with { ReadsUnasked = hasPlenty() }, _onTheirWay.Keys),
    };
}
