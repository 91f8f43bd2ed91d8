using CallEventsDashboard.Feeds;

namespace CallEventsDashboard.Components.Events;

/// <summary>Reads a list again beside the one that is shown, until it can take its place.</summary>
internal static class ListRenewal
{
    // The reader may scroll on while the row is looked for; more rounds than this would chase.
    private const int MaxRounds = 3;

    /// <summary>Waits until a list has rows to show, knows that it has none, or failed.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task WhenReadableAsync(CallEventFeed feed, CancellationToken cancellationToken)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            if (feed.Status is { Coverage: not Coverage.Reading } or { Failure: not null } or { RowCount: > 0 } or { Scan: not null })
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
    /// <returns>The place; null when the view is at the very top, or the row is not in the other list.</returns>
    public static async Task<(int Index, double Offset)?> PlaceAsync(CallEventFeed feed, Func<Task<TopRow?>> topRowAsync, CancellationToken cancellationToken)
    {
        (int Index, double Offset)? place = null;
        string? found = null;
        for (var round = 0; round < MaxRounds; round++)
        {
            if (await topRowAsync() is not { Fingerprint: { } fingerprint } top)
                return null;
            if (fingerprint == found)
                return place is { } known ? (known.Index, top.Offset) : null;
            found = fingerprint;
            place = await feed.FindAsync(fingerprint, cancellationToken) is { } index ? (index, top.Offset) : null;
        }

        return place;
    }
}
