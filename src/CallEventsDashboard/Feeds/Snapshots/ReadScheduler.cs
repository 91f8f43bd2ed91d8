using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>
/// Schedules what is read of a list: its opening, then what the windows of its viewers lack, each in turn, so that a page that several want is asked for
/// once. It waits for turns, and chooses the page when one has come.
/// </summary>
internal sealed class ReadScheduler(Snapshot snapshot, Func<CancellationToken, Task<FeedOpening>> openAsync, PageFetcher fetcher, SnapshotWork work, TimeProvider time) : IListReader
{
    private long? _startedAt;
    private bool _isOpening;

    /// <summary>Raised when the list may have changed, before its viewers are notified.</summary>
    public event Action? Advanced;

    /// <summary>Raised when the list is open, with what is cancelled when the last viewer has left.</summary>
    public event Action<FeedOpening, CancellationToken>? Opened;

    /// <summary>How long ago the list began to be opened; null before.</summary>
    public TimeSpan? Age => _startedAt is { } since ? time.GetElapsedTime(since) : null;

    /// <summary>Asks for turns to read what is missing, if anything is.</summary>
    public void Schedule() => work.Run(() =>
    {
        bool opens, wants, patients, aheads;
        RequestPriority aside;
        CancellationToken attended;
        lock (snapshot.Gate)
        {
            if (!snapshot.MayBeRead || snapshot.Plan.RangeCoverage is RangeCoverage.None || !snapshot.Viewers.IsWanting)
                return;
            opens = snapshot.Listing is null && !_isOpening;
            _isOpening |= opens;
            // Somebody waits for the rest of a search, and nobody for a page ahead of need.
            aside = snapshot.Listing is { Scan: not null } ? RequestPriority.Background : RequestPriority.Spare;
            (wants, patients, aheads) = snapshot.Change(list => (
                snapshot.Pending.Claim(list, RequestPriority.Interactive),
                aside is not RequestPriority.Background && snapshot.Pending.Claim(list, RequestPriority.Background),
                snapshot.Pending.Claim(list, aside)));
            attended = snapshot.Viewers.Attended;
        }

        if (opens)
            work.Begin(() => OpenAsync(attended));
        if (wants)
            work.Begin(() => TakeTurnAsync(RequestPriority.Interactive, attended));
        if (patients)
            work.Begin(() => TakeTurnAsync(RequestPriority.Background, attended));
        if (aheads)
            work.Begin(() => TakeTurnAsync(aside, attended));
    });

    /// <summary>Asks for what is missing now, and notifies those who watch the list.</summary>
    public void Advance()
    {
        Schedule();
        Advanced?.Invoke();
        snapshot.Viewers.RaiseChanged();
    }

    public T Look<T>(Func<Listing?, T> look) => snapshot.Look(look);

    public Task<CallEventPage> ReadAsync(PageFetch fetch, CancellationToken wanted) => fetcher.ReadAsync(fetch, wanted);

    public Task<CallEventPage> ReadBesideAsync(PageFetch fetch, RequestPriority priority, CancellationToken wanted) => fetcher.ReadBesideAsync(fetch, priority, wanted);

    public async Task FetchAsync(PageFetch fetch, CancellationToken wanted)
    {
        Task coming;
        bool isNew;
        FeedOpening? opening;
        lock (snapshot.Gate)
            (isNew, opening) = (snapshot.Pending.TryBegin(fetch, out coming), snapshot.Opening);
        if (!isNew)
        {
            await coming.WaitAsync(wanted);
            return;
        }

        try
        {
            await fetcher.PlaceAsync(opening, fetch, each => fetcher.ReadAsync(each, wanted));
        }
        finally
        {
            lock (snapshot.Gate)
                snapshot.Pending.End(fetch);
            // Rows that others want were not asked for while this page was on its way: now they are, if it has not brought them.
            Advance();
        }
    }

    public async Task SettleAsync(CancellationToken wanted)
    {
        PageFetch? fetch;
        FeedOpening? opening;
        lock (snapshot.Gate)
            (fetch, opening) = (snapshot.Listing?.Settle(), snapshot.Opening);
        try
        {
            if (fetch is not null)
                snapshot.Place(opening, fetch, await fetcher.ReadBesideAsync(fetch, RequestPriority.Background, wanted));
        }
        catch (TelnyxException)
        {
            // It is tried again with the next poll for newer events.
        }

        Advance();
    }

    private async Task OpenAsync(CancellationToken attended)
    {
        _startedAt = time.GetTimestamp();
        FeedOpening? opening = null;
        // When the last viewer has left, another one may have come since, for whom it begins again.
        await work.RunAsync(async () => snapshot.Open(opening = await openAsync(attended)));
        lock (snapshot.Gate)
            _isOpening = false;
        Advance();
        if (opening is not null)
            Opened?.Invoke(opening, attended);
    }

    private async Task TakeTurnAsync(RequestPriority priority, CancellationToken attended)
    {
        TimeSpan? waited = null;
        try
        {
            waited = await fetcher.TryEnterAsync(priority, attended);
        }
        finally
        {
            if (waited is null)
            {
                lock (snapshot.Gate)
                    snapshot.Pending.GiveUp(priority);
            }
        }

        if (waited is null)
        {
            Schedule();
            return;
        }

        (PageFetch Fetch, ApiKey Key)? need = null;
        try
        {
            FeedOpening? opening;
            lock (snapshot.Gate)
                (need, opening) = (Take(priority), snapshot.Opening);
            if (need is not var (fetch, key))
                return;
            Schedule();
            // Where nobody waits for it any more, it is not sent again.
            await work.RunAsync(() => fetcher.PlaceAsync(opening, fetch, each => fetcher.SendAsync(each, key, waited.Value, attended)));
        }
        finally
        {
            if (need is not null)
            {
                lock (snapshot.Gate)
                    snapshot.Pending.End(need.Value.Fetch);
            }

            fetcher.Leave(priority, isUsed: need is not null);
        }

        Advance();
    }

    private (PageFetch Fetch, ApiKey Key)? Take(RequestPriority priority) =>
        snapshot.MayBeRead ? snapshot.Change(list => snapshot.Pending.Take(list, priority)) : snapshot.Pending.Take(null, priority);
}
