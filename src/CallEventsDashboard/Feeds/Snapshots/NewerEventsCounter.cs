using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Counts the events that arrived after a list was opened, when it is the list's turn among those of the key.</summary>
/// <param name="mayCount">Whether somebody can see the list and nothing keeps it from being counted. Asked under the lock of the snapshot.</param>
internal sealed class NewerEventsCounter(IListReader reader, Arrivals arrivals, PollTurns turns, Func<bool> mayCount, Action changed)
{
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public async Task<bool> CountAsync(CancellationToken attended)
    {
        await turns.EnterAsync(attended);
        var (settles, fetch) = (false, default(PageFetch));
        try
        {
            // The viewer of the list may have left while it waited.
            (settles, fetch) = reader.Look(list => mayCount() ? (list?.Settle() is not null, list?.CountArrivals()) : default);
            if (!settles)
                return fetch is not null && await CountAsync(fetch, attended);
            await reader.SettleAsync(attended);
            return true;
        }
        finally
        {
            turns.Leave(isUsed: settles || fetch is not null);
        }
    }

    private async Task<bool> CountAsync(PageFetch fetch, CancellationToken attended)
    {
        try
        {
            var unplaced = await ReadAsync(fetch, attended);
            if (unplaced is null || reader.Look(list => arrivals.IsKnown(unplaced.Value, list?.Late.Count ?? 0)))
                return false;
            // Only a second count separates those at the newest end from those that slipped in among rows which had settled.
            var newest = unplaced == 0 ? null : reader.Look(list => list?.CountNewest());
            var newer = newest is null || newest.Bound == fetch.Bound ? unplaced : await ReadAsync(newest, attended);
            return newer is not null && reader.Look(list => arrivals.Learn(unplaced.Value, Math.Min(newer.Value, unplaced.Value), list?.Late.Count ?? 0));
        }
        catch (TelnyxException)
        {
            // The list stands without it; it is counted again at the next poll, and the log says what happened.
            return false;
        }
        finally
        {
            changed();
        }
    }

    private async Task<int?> ReadAsync(PageFetch fetch, CancellationToken attended)
    {
        var page = await reader.ReadBesideAsync(fetch, RequestPriority.Background, attended);
        return reader.Look(list => list?.CountUnplaced(fetch, page));
    }
}
