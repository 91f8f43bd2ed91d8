using CallEventsDashboard.Configuration;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Volume;
using CallEventsDashboard.Operations;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>
/// The lists that are open or were just now. A viewer who opens the same list with the same key soon after gets the same one: the same rows, and no request
/// more. Nothing of one key is visible to another.
/// </summary>
internal sealed class SnapshotCache(FeedOptions options, RequestBudgetRegistry budgets, BackgroundWork work, TimeProvider time)
{
    public const int MaxSnapshots = 64;
    public const int MaxPlacedRows = 2_000_000;
    public const int MaxBlocks = 1000;
    private const int FewestBlocks = 4;

    private static readonly TimeSpan MovingLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClosedLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    private readonly KnownVolumes _volumes = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<SnapshotKey, Entry> _shared = [];
    private readonly List<Entry> _entries = [];
    private ITimer? _sweep;
    private long _uses;

    /// <summary>How many lists are kept, looked at or not.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _entries.Count;
        }
    }

    /// <param name="isNew">Whether what others opened must not be taken.</param>
    /// <param name="isLive">Whether the list goes on at its newest end. Such a list has one viewer, and is always a new one.</param>
    /// <param name="attach">Creates a viewer that is attached to the list, which is not dropped meanwhile.</param>
    public T Open<T>(CallEventsClient client, ApiKey key, CallEventQuery query, bool isNew, bool isLive, Func<SharedSnapshot, T> attach)
        where T : IFeedViewer
    {
        var identity = KeyIdentity.From(key);
        var place = new SnapshotKey(identity, client, query.List);
        lock (_gate)
        {
            Entry? entry = null;
            var isShared = !isNew && !isLive && _shared.TryGetValue(place, out entry) && IsFresh(entry);
            DashboardMetrics.ListOpened(isShared);
            if (entry is null || !isShared)
            {
                var isClosed = (query.Range.Exactly ?? query.Range.Upper?.At) < client.Clock.Now;
                entry = new Entry(new SharedSnapshot(client, query.List, options, budgets.For(identity), work, time, counted => _volumes.For(identity, client, counted), isLive), isClosed ? ClosedLife : MovingLife);
                if (!isLive)
                    _shared[place] = entry;
                _entries.Add(entry);
            }

            entry.LastUse = ++_uses;
            var viewer = attach(entry.Shared);
            DropUnused();
            _sweep ??= work.StartTimer(time, "dropping lists", Sweep, SweepEvery, SweepEvery, HandleError);
            return viewer;
        }
    }

    /// <summary>Drops the lists that nobody looks at any more.</summary>
    public void Sweep()
    {
        lock (_gate)
        {
            DropUnused();
            if (_entries.Count > 0)
                return;
            _sweep?.Dispose();
            _sweep = null;
        }
    }

    // No page waits for it, and the next round tries again: the log is all that has to know.
    private static void HandleError(string errorId)
    {
    }

    private static bool IsFresh(Entry entry) =>
        !entry.Snapshot.HasFailed && (entry.Shared.Age is not { } age || age <= entry.Life);

    private void DropUnused()
    {
        Drop(entry => !_shared.ContainsValue(entry) || !IsFresh(entry));
        var (rows, blocks) = (_entries.Sum(entry => (long)entry.Snapshot.PlacedRows), _entries.Sum(entry => entry.Snapshot.Blocks));
        foreach (var entry in _entries.Where(entry => !entry.Snapshot.IsAttended).OrderBy(entry => entry.LastUse).ToList())
        {
            if (_entries.Count <= MaxSnapshots && rows <= MaxPlacedRows && blocks <= MaxBlocks)
                return;
            (rows, blocks) = (rows - entry.Snapshot.PlacedRows, blocks - entry.Snapshot.Blocks);
            Drop(other => other == entry);
        }

        if (blocks > MaxBlocks)
            _entries.ForEach(entry => entry.Snapshot.TrimTo(Math.Max(FewestBlocks, MaxBlocks / _entries.Count)));
    }

    private void Drop(Predicate<Entry> isUnused)
    {
        foreach (var unused in _entries.Where(entry => !entry.Snapshot.IsAttended && isUnused(entry)).ToList())
        {
            _entries.Remove(unused);
            unused.Shared.Dispose();
        }

        foreach (var gone in _shared.Where(pair => !_entries.Contains(pair.Value)).Select(pair => pair.Key).ToList())
            _shared.Remove(gone);
    }

    private readonly record struct SnapshotKey(KeyIdentity Key, CallEventsClient Client, CallEventQuery Query);

    private sealed class Entry(SharedSnapshot shared, TimeSpan life)
    {
        public SharedSnapshot Shared { get; } = shared;

        public Snapshot Snapshot => Shared.State;

        public TimeSpan Life { get; } = life;

        public long LastUse { get; set; }
    }
}
