using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Reads pages of one list, each in its turn and with the key of a viewer: the list itself keeps none.</summary>
internal sealed class PageFetcher(Snapshot snapshot, RequestBudget budget, RequestSender sender, TimeProvider time)
{
    private static readonly PageFetch WithoutRows = new(new TimeBound(TimeComparison.Before, DateTimeOffset.UnixEpoch), PageRequest.Smallest);

    /// <inheritdoc cref="IListReader.ReadAsync"/>
    public async Task<CallEventPage> ReadAsync(PageFetch fetch, CancellationToken wanted)
    {
        while (true)
        {
            var round = snapshot.Failures.Round;
            try
            {
                return await ReadBesideAsync(fetch, RequestPriority.Interactive, wanted);
            }
            catch (TelnyxException exception) when (exception.Error is TelnyxError.RateLimited)
            {
                snapshot.Failures.Fail(exception, round);
            }
        }
    }

    /// <inheritdoc cref="IListReader.ReadBesideAsync"/>
    public async Task<CallEventPage> ReadBesideAsync(PageFetch fetch, RequestPriority priority, CancellationToken wanted)
    {
        var since = time.GetTimestamp();
        await budget.EnterAsync(priority, wanted);
        try
        {
            return await sender.SendAsync(fetch, snapshot.Viewers.Key(wanted), time.GetElapsedTime(since), wanted);
        }
        finally
        {
            budget.Leave(priority);
        }
    }

    /// <summary>Waits for a turn, which is given back by <see cref="Leave"/>.</summary>
    /// <returns>How long it waited; null when everybody who wanted the turn has left.</returns>
    public async Task<TimeSpan?> TryEnterAsync(RequestPriority priority, CancellationToken wanted)
    {
        var since = time.GetTimestamp();
        try
        {
            await budget.EnterAsync(priority, wanted);
            return time.GetElapsedTime(since);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <param name="isUsed">Whether a request was sent.</param>
    public void Leave(RequestPriority priority, bool isUsed) => budget.Leave(priority, isUsed);

    /// <summary>Reads a page that has its turn.</summary>
    public Task<CallEventPage> SendAsync(PageFetch fetch, ApiKey key, TimeSpan waited, CancellationToken wanted) => sender.SendAsync(fetch, key, waited, wanted);

    public Task<CallEventPage> ReadCountAsync(CountFetch fetch, CancellationToken wanted) => ReadBesideAsync(fetch, RequestPriority.Spare, wanted);

    /// <summary>Reads and places a page; after an answer that was too large the same rows are still missing, and are asked for with fewer at a time.</summary>
    /// <param name="opening">That of the list when the page was chosen.</param>
    public async Task PlaceAsync(FeedOpening? opening, PageFetch fetch, Func<PageFetch, Task<CallEventPage>> readAsync)
    {
        try
        {
            snapshot.Place(opening, fetch, await readAsync(fetch));
        }
        catch (TelnyxException exception) when (exception.IsTooLarge)
        {
            if (snapshot.TryShrink(fetch))
                return;
            // Where even an answer without rows is too large, it is not for the record.
            await readAsync(WithoutRows);
            await PlaceLastAsync(opening, fetch, readAsync);
        }
    }

    // The service may have been well again only after the record was asked for: it is asked once more before it is called too large.
    private async Task PlaceLastAsync(FeedOpening? opening, PageFetch fetch, Func<PageFetch, Task<CallEventPage>> readAsync)
    {
        try
        {
            snapshot.Place(opening, fetch, await readAsync(fetch));
        }
        catch (TelnyxException exception) when (exception.IsTooLarge)
        {
            snapshot.PlaceTooLarge(opening, fetch);
        }
    }
}
