using CallEventsDashboard.Feeds;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>The rows of a list at the indices that somebody picked. One that was passed in a range, or was dropped to save memory, is read for it.</summary>
internal static class PickedRows
{
    /// <summary>How many can be picked.</summary>
    public const int Most = 500;

    private const int PageSize = 250;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="feed">The list, whose view this does not move.</param>
    /// <param name="indices">In the order shown.</param>
    /// <returns>Those that could be had, in that order.</returns>
    public static async Task<IReadOnlyList<CallEvent>> ReadAsync(CallEventFeed feed, IReadOnlyList<int> indices, TimeProvider time, CancellationToken cancellationToken)
    {
        using var viewer = feed.Share();
        viewer.HidesUndecided = feed.HidesUndecided;
        var rows = new List<CallEvent>(indices.Count);
        var isGivenUp = false;
        for (var at = 0; at < indices.Count; at++)
        {
            if (viewer.Row(indices[at]) is null && !isGivenUp)
                isGivenUp = !await TryReadAsync(viewer, indices[at], Math.Min(PageSize, indices[^1] - indices[at] + 1), time, cancellationToken);
            if (viewer.Row(indices[at]) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    /// <returns>False when nothing comes: further rows are not waited for.</returns>
    private static async Task<bool> TryReadAsync(CallEventFeed viewer, int index, int count, TimeProvider time, CancellationToken cancellationToken)
    {
        var come = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (viewer.Row(index) is not null || viewer.IsExpired(index) || viewer.IsMissing(index))
                come.TrySetResult(true);
            else if (viewer.Status is { Failure: not null } or { WaitUntil: not null })
                come.TrySetResult(false);
        }

        viewer.Changed += Look;
        try
        {
            viewer.Want(index, count);
            Look();
            return await come.Task.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            viewer.Changed -= Look;
        }
    }
}
