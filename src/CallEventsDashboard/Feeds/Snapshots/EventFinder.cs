using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Snapshots;

/// <summary>Finds the row of a fingerprint in a list of any length with two requests: one counts the rows up to its time, one reads where it must be.</summary>
internal sealed class EventFinder(IListReader reader, bool hasOneTime)
{
    // Rows that expired between two answers, and rows of the same time, put the row near the counted place and not at it.
    private const int Neighbourhood = 300;
    private const int MostRequests = 12;

    public async Task<int?> FindAsync(string fingerprint, CancellationToken cancellationToken)
    {
        if (reader.Look(list => list?.IndexOf(fingerprint, 0, list.RowCount)) is { } known)
            return known;
        if (hasOneTime || Fingerprint.TimeOf(fingerprint) is not { } time || reader.Look(list => list?.CountUpTo(time)) is not { } count)
            return null;

        var counted = await reader.ReadAsync(count, cancellationToken);
        if (Totals.From(counted) is not { } upToTime || reader.Look(list => list?.IndexFromOldEnd(upToTime)) is not { } index)
            return null;
        // Two, or more where a large record makes the pages small.
        for (var request = 0; request < MostRequests; request++)
        {
            var window = new RowWindow(Math.Max(0, index - 20), 40, Forward: true);
            // The rows around it may have come meanwhile, with what the list itself asked for.
            if (reader.Look(list => list?.NextWanted(window, [])) is not { } fetch)
                return reader.Look(list => list?.IndexOf(fingerprint, index - Neighbourhood, index + Neighbourhood));
            await reader.FetchAsync(fetch, cancellationToken);
            if (reader.Look(list => list?.IndexOf(fingerprint, index - Neighbourhood, index + Neighbourhood)) is { } found)
                return found;
        }

        return null;
    }
}
