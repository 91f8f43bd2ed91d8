using CallEventsDashboard.Components.Shared;
using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Lists;

/// <summary>Reads a list again beside the one that is shown, until it can take its place.</summary>
internal static class ListRenewal
{
    // The reader may scroll on while the row is looked for; more rounds than this would chase.
    private const int MaxRounds = 3;

    /// <summary>Reads what a new list needs to take the place of the one that is shown.</summary>
    /// <param name="topRowAsync">Tells the row at the top of the view; null at the very top.</param>
    /// <param name="findAsync">Tells the index at which the new list has a row of a name.</param>
    /// <returns>Where that row belongs in the new list, null to leave the view as it stands; and why the list can't take the place, null when it can.</returns>
    public static async Task<(ScrollPosition? Place, string? Problem)> ReadAsync(
        CallEventFeed feed, Func<Task<ScrollPosition?>> topRowAsync, Func<string, CancellationToken, Task<int?>> findAsync, CancellationToken cancellationToken)
    {
        try
        {
            feed.Want(0, 60);
            await WhenReadableAsync(feed, cancellationToken);
            var (place, isSought) = await PlaceAsync(topRowAsync, findAsync, cancellationToken);
            // A list that failed before the row was met is too short to be scrolled to it: the one that is shown is worth more.
            return feed.Status is { Failure: { } failure, RowCount: var rows } && (rows == 0 || (isSought && place is null))
                ? (null, $"The list could not be refreshed: {FailureText.From(failure).Text}")
                : (place, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (null, "The page was left.");
        }
    }

    /// <summary>Waits until a list has rows to show, knows that it has none, or failed.</summary>
    private static async Task WhenReadableAsync(CallEventFeed feed, CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (feed.Status is { Coverage: not Coverage.Reading } or { RowCount: > 0 } or { Failure: not null } or { Scan: not null })
                ready.TrySetResult();
        }

        feed.Changed += Check;
        try
        {
            Check();
            await ready.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            feed.Changed -= Check;
        }
    }

    /// <summary>Where the row at the top of the view belongs in another list.</summary>
    /// <returns>The place, null when the view is at the very top, or the row was not found in the other list; and whether a row was looked for.</returns>
    private static async Task<(ScrollPosition? Place, bool IsSought)> PlaceAsync(
        Func<Task<ScrollPosition?>> topRowAsync, Func<string, CancellationToken, Task<int?>> findAsync, CancellationToken cancellationToken)
    {
        ScrollPosition? place = null;
        string? found = null;
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await topRowAsync() is not { Name: { } name } top)
                return (null, false);
            if (name == found)
                return (place is { } known ? top with { Index = known.Index } : null, true);
            found = name;
            place = await findAsync(name, cancellationToken) is { } index ? top with { Index = index } : null;
        }

        return (place, true);
    }
}
