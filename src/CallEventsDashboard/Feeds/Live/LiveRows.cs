using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Live;

/// <summary>The newest rows of a live list, the newest first. A row that comes in late gets the place that its time has.</summary>
/// <param name="cannotTell">Whether a row does not show if it belongs to the list.</param>
internal sealed class LiveRows(Func<CallEvent, bool> cannotTell)
{
    private readonly List<CallEvent> _rows = [];
    private readonly List<DateTimeOffset> _times = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    private List<CallEvent>? _decided;

    public int Count => _rows.Count;

    /// <summary>The rows that belong to the list for certain.</summary>
    public List<CallEvent> Decided => _decided ??= [.. _rows.Where(row => !cannotTell(row))];

    public CallEvent this[int index] => _rows[index];

    /// <summary>The time by which the row at an index has its place.</summary>
    public DateTimeOffset TimeAt(int index) => _times[index];

    public bool IsKnown(CallEvent row) => _known.ContainsKey(row.Fingerprint);

    /// <summary>The rows of one answer that were in none before. Twins are as many events as one answer shows together.</summary>
    public List<CallEvent> Unknown(IReadOnlyList<CallEvent> answer)
    {
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. answer.Where(row => (met[row.Fingerprint] = met.GetValueOrDefault(row.Fingerprint) + 1) > _known.GetValueOrDefault(row.Fingerprint))];
    }

    /// <summary>Notes that a row was in an answer, whether it is listed or not.</summary>
    public void Note(CallEvent row) => _known[row.Fingerprint] = _known.GetValueOrDefault(row.Fingerprint) + 1;

    /// <summary>Looks anew which rows belong to the list for certain.</summary>
    public void Reconsider() => _decided = null;

    /// <summary>Gives a row its place, behind those of its time.</summary>
    /// <param name="otherwise">The time by which a row without one is placed.</param>
    /// <returns>Its index.</returns>
    public int Insert(CallEvent row, DateTimeOffset otherwise)
    {
        var at = row.OccurredAt ?? otherwise;
        var index = CountFrom(at);
        _rows.Insert(index, row);
        _times.Insert(index, at);
        _decided = null;
        return index;
    }

    /// <summary>How many rows are of an instant or newer.</summary>
    public int CountFrom(DateTimeOffset instant)
    {
        var (low, high) = (0, _times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_times[middle] >= instant)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
