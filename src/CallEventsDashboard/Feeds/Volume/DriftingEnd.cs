using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Volume;

/// <summary>
/// Makes totals of different answers comparable. While they are asked for, events expire at one end of the list and arrive at the other. Each answer shows
/// the first rows of the end that drifts under its bound: an ascending service the oldest, a descending one the newest. What is missing from them or new in
/// them says how far the total is from that of the first answer.
/// </summary>
internal sealed class DriftingEnd(ServiceOrder order)
{
    // Of events that have left the list, or come into it, since the first answer.
    private readonly List<DateTimeOffset> _drifted = [];
    private List<(string Fingerprint, DateTimeOffset At)> _rows = [];
    private bool _hasBegun;

    /// <summary>The total that the answer would have had at the time of the first one; null when they have too little in common.</summary>
    /// <param name="bound">That of the request.</param>
    public int? Align(CallEventPage page, TimeBound bound, int total)
    {
        if (page.Events.Any(row => row.OccurredAt is null))
            return null;
        var rows = page.Events.Select(row => (row.Fingerprint, At: row.OccurredAt!.Value)).ToList();
        if (!_hasBegun)
        {
            (_hasBegun, _rows) = (true, rows);
            return total;
        }

        return order is ServiceOrder.Ascending ? BeforeExpiry(rows, bound, total) : BeforeArrivals(rows, bound, total);
    }

    /// <summary>Whether a page of so many rows reaches over the time in which events come in out of order.</summary>
    public bool Covers(TimeSpan time, int size) => _rows.Count < size || (_rows[0].At - _rows[^1].At).Duration() >= time;

    private int? BeforeExpiry(List<(string Fingerprint, DateTimeOffset At)> rows, TimeBound bound, int total)
    {
        var expired = rows.Count > 0 ? IndexOf(rows[0].Fingerprint) : _rows.FindIndex(row => !bound.Includes(row.At));
        // Events of one instant expire together, and may come in another order each time.
        if (expired >= 0 && rows.Count > 0)
            expired = _rows.FindIndex(row => row.At == _rows[expired].At);
        if (expired < 0)
            return rows.Count == 0 && total == 0 && _rows.Count == 0 ? CountDrifted(bound) : null;
        _drifted.AddRange(_rows.Take(expired).Select(row => row.At));
        _rows.RemoveRange(0, expired);
        var known = rows.FindIndex(row => row.Fingerprint == _rows[^1].Fingerprint);
        if (known >= 0)
            _rows.AddRange(rows.Skip(known + 1).Where(row => IndexOf(row.Fingerprint) < 0));
        return total + CountDrifted(bound);
    }

    private int? BeforeArrivals(List<(string Fingerprint, DateTimeOffset At)> rows, TimeBound bound, int total)
    {
        // With nothing newer than the bound at the first answer, all that is newer has arrived since.
        if (_rows.Count == 0 || !bound.Includes(_rows[0].At))
            return 0;
        var known = rows.FindLastIndex(row => IndexOf(row.Fingerprint) >= 0);
        if (known < 0)
            return null;
        var arrived = rows.Take(known).Where(row => IndexOf(row.Fingerprint) < 0).ToList();
        _drifted.AddRange(arrived.Select(row => row.At));
        _rows = [.. _rows.Concat(arrived).OrderByDescending(row => row.At)];
        return total - CountDrifted(bound);
    }

    private int IndexOf(string fingerprint) => _rows.FindIndex(row => row.Fingerprint == fingerprint);

    private int CountDrifted(TimeBound bound) => _drifted.Count(bound.Includes);
}
