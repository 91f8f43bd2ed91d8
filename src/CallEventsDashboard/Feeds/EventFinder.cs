using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Finds the row of a fingerprint in a list of any length with two requests: one counts the rows up to its time, one reads where it must be.</summary>
internal sealed class EventFinder(
    CallEventQuery query, Func<Listing?> listing, Action<PageAsk, CallEventPage> place, Func<PageAsk, CancellationToken, Task<CallEventPage>> readAsync)
{
    // Rows that expired between two answers, and rows of the same time, put the row near the counted place and not at it.
    private const int Neighbourhood = 300;

    public async Task<int?> FindAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (listing() is not { } list)
            return null;
        if (Among(list, fingerprint, 0, list.RowCount) is { } known)
            return known;
        if (list is not SnapshotListing indexed || Fingerprint.TimeOf(fingerprint) is not { } time || query.Range.Exactly is not null)
            return null;

        var counted = await readAsync(new PageAsk(new TimeBound(TimeComparison.AtOrBefore, time), PageRequest.Smallest), cancellationToken);
        if (Totals.Of(counted) is not { } upToTime || indexed.IndexFromOldEnd(upToTime) is not { } index)
            return null;
        for (var request = 0; request < 2; request++)
        {
            var window = new RowWindow(Math.Max(0, index - 20), 40, Forward: true);
            // The rows around it may have come meanwhile, with what the list itself asked for.
            if (indexed.Next(window, []) is not { } ask)
                return Among(indexed, fingerprint, index - Neighbourhood, index + Neighbourhood);
            place(ask, await readAsync(ask, cancellationToken));
            if (Among(indexed, fingerprint, index - Neighbourhood, index + Neighbourhood) is { } found)
                return found;
        }

        return null;
    }

    private static int? Among(Listing list, string fingerprint, int from, int to)
    {
        for (var index = Math.Max(0, from); index < Math.Min(to, list.RowCount); index++)
        {
            if (list.Row(index)?.Fingerprint == fingerprint)
                return index;
        }

        return null;
    }
}
