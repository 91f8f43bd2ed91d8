using CallEventsDashboard.Feeds.Indexing;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>Chooses from when on a list is polled: as far back as events come in late, where its newest rows are read so far.</summary>
internal static class LiveStart
{
    /// <returns>An instant, from which on, inclusive, all rows of the list are read; null where none is yet.</returns>
    public static DateTimeOffset? Find(Listing list, LiveScope scope)
    {
        if (list.IsOpening || !list.KeepsIndices)
            return null;
        var settled = scope.OpenedAt - LiveSide.DeepOverlap;
        DateTimeOffset? reached = null, before = null;
        var index = 0;
        for (; index < list.RowCount && !(reached < settled) && list.Row(index) is { } row; index++)
        {
            if (row.OccurredAt is { } at && at != reached)
                (before, reached) = (reached, at);
        }

        // Where the rows that are read end, more of them may be of the last one's time.
        var since = reached < settled || index == list.RowCount ? settled : before;
        return since < scope.Lower ? scope.Lower : since;
    }
}
