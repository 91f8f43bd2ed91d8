using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Exports;

/// <summary>
/// Puts the rows of a list into an order that depends on them alone, so that the same range gives the same bytes whenever it is read: events of one instant
/// follow each other by their fingerprints, and one that came in late stands at its time. Only the events of one instant are held back.
/// </summary>
internal sealed class ExportOrder(EventOrder order)
{
    // More than Telnyx can list of one instant in reason: beyond it they are written as they come, and not held.
    public const int MostHeld = 20_000;

    private readonly HashSet<CallEvent> _met = new(ReferenceEqualityComparer.Instance);
    private readonly PriorityQueue<CallEvent, long> _late = new();
    private List<CallEvent> _instant = [];
    private long _at = long.MinValue;

    /// <summary>Late rows whose place had been passed before they were known.</summary>
    public int LeftOut { get; private set; }

    /// <summary>How many rows are held back now.</summary>
    public int Held => _instant.Count + _late.Count;

    /// <summary>Takes in the late rows that are known by now, those of before included.</summary>
    public void NoteLate(IReadOnlyList<CallEvent> late)
    {
        foreach (var row in late.Where(_met.Add))
        {
            if (DistanceOf(row) < _at)
                LeftOut++;
            else
                _late.Enqueue(row, DistanceOf(row));
        }
    }

    /// <summary>Takes in the next row of the list.</summary>
    /// <returns>The rows whose places are certain by it.</returns>
    public IEnumerable<CallEvent> Add(CallEvent row)
    {
        var distance = DistanceOf(row);
        while (_late.TryPeek(out var late, out var before) && before < distance)
        {
            _late.Dequeue();
            foreach (var ready in Append(late, before))
                yield return ready;
        }

        foreach (var ready in Append(row, distance))
            yield return ready;
    }

    /// <returns>The rows that were held back.</returns>
    public IEnumerable<CallEvent> End()
    {
        while (_late.TryDequeue(out var late, out var distance))
        {
            foreach (var ready in Append(late, distance))
                yield return ready;
        }

        foreach (var ready in Release())
            yield return ready;
    }

    private List<CallEvent> Append(CallEvent row, long distance)
    {
        var ready = distance != _at || _instant.Count >= MostHeld ? Release() : [];
        _at = distance;
        _instant.Add(row);
        return ready;
    }

    private List<CallEvent> Release()
    {
        var ready = _instant;
        _instant = [];
        ready.Sort(Compare);
        return ready;
    }

    private static int Compare(CallEvent one, CallEvent other)
    {
        var untimed = (one.OccurredAt is null).CompareTo(other.OccurredAt is null);
        var print = untimed != 0 ? untimed : string.CompareOrdinal(one.Fingerprint, other.Fingerprint);
        return print != 0 ? print : one.Raw.Span.SequenceCompareTo(other.Raw.Span);
    }

    // A row without a time is where its neighbour is.
    private long DistanceOf(CallEvent row) => (row.OccurredAt ?? row.StandsAt) is { } at ? (order is EventOrder.Newest ? -at.UtcTicks : at.UtcTicks) : _at;
}
