using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Rows that came in after their neighbours had been placed, so that no index is left for them. Each is held once, however often it is met;
/// twins, which have one fingerprint, are as many as were met together.
/// </summary>
internal sealed class LateRows
{
    private readonly List<CallEvent> _rows = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<CallEvent> Rows => _rows;

    /// <summary>Takes those rows out of the rows of one time that are held already.</summary>
    /// <returns>How many were taken out.</returns>
    public int TakeHeld(List<CallEvent> rows)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        return rows.RemoveAll(row => (met[row.Fingerprint] = met.GetValueOrDefault(row.Fingerprint) + 1) <= _counts.GetValueOrDefault(row.Fingerprint));
    }

    /// <summary>Holds rows that <see cref="TakeHeld"/> left.</summary>
    public void Add(IEnumerable<CallEvent> rows)
    {
        foreach (var row in rows)
        {
            _rows.Add(row);
            _counts[row.Fingerprint] = _counts.GetValueOrDefault(row.Fingerprint) + 1;
        }
    }

    /// <summary>Of the rows that an answer counts within its bound, those that are not kept here; null when it does not say.</summary>
    public int? CountOthers(TimeBound bound, CallEventPage page) =>
        // A service that does not heed the bound counts other rows.
        page.Events.Any(row => RankedRows.InstantOf(row) is { } at && !bound.Includes(at)) ? null : Totals.From(page) - _rows.Count(row => RankedRows.InstantOf(row) is { } at && bound.Includes(at));
}
