using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>The rows that the account has, and which of them can be seen at an instant. Not safe for several threads.</summary>
internal sealed class Archive
{
    private readonly RowTable _rows;
    private readonly int _historyCount;
    private readonly Bitmaps _bitmaps;
    private readonly long _lag;
    private readonly List<int> _added = [];
    private readonly Dictionary<int, long> _visibleAt = [];
    private readonly HashSet<int> _removed = [];
    private (long Time, int Id) _floor = (long.MinValue, -1);

    /// <param name="history">All rows before the start, in any order.</param>
    /// <param name="lag">Microseconds: the longest time from an event until it can be seen.</param>
    public Archive(RowTable history, long lag)
    {
        history.SortByTime();
        _rows = history;
        _historyCount = history.Count;
        _bitmaps = new Bitmaps(history, _historyCount);
        _lag = lag;
    }

    private ReadOnlySpan<long> HistoryTimes => _rows.Times[.._historyCount];

    public EventRow this[int id] => _rows[id];

    public long TimeOf(int id) => _rows.Times[id];

    public void Add(in EventRow row, long? visibleAt = null)
    {
        var id = _rows.Add(row);
        if (visibleAt is { } instant)
            _visibleAt[id] = instant;
        var at = _added.Count;
        while (at > 0 && TimeOf(_added[at - 1]) > row.Time)
            at--;
        _added.Insert(at, id);
    }

    /// <summary>From now on the given number of the oldest rows that can be seen without an id are beyond the horizon.</summary>
    public void Expire(int count, long now)
    {
        var selection = Select(new RowQuery([], long.MinValue, long.MaxValue, LiftsHorizon: false), now);
        var last = Math.Min(count, selection.Count);
        if (last <= 0)
            return;
        var id = selection.Slice(last - 1, last)[0];
        _floor = (TimeOf(id), id);
    }

    /// <summary>Removes the newest row that can be seen and is not later than the given instant.</summary>
    public void Remove(long to, long now)
    {
        var selection = Select(RowQuery.All with { To = to }, now);
        if (selection.Count == 0)
            return;
        var id = selection.Slice(selection.Count - 1, selection.Count)[0];
        _removed.Add(id);
    }

    public Selection Select(RowQuery query, long now)
    {
        var from = query.LiftsHorizon ? query.From : Math.Max(query.From, now - Micros.Day);
        var settled = Math.Min(query.To, now - _lag);
        var first = TimeSearch.LowerBound(HistoryTimes, from);
        if (!query.LiftsHorizon && _floor.Id >= 0)
            first = Math.Max(first, _floor.Id < _historyCount ? _floor.Id + 1 : TimeSearch.UpperBound(HistoryTimes, _floor.Time));
        var end = TimeSearch.UpperBound(HistoryTimes, settled);
        var added = new List<int>();
        for (var id = Math.Max(first, end); id < _historyCount && TimeOf(id) <= query.To; id++)
            Consider(id);
        foreach (var id in _added)
            Consider(id);
        if (added.Count > 1)
            added.Sort((a, b) => TimeOf(a) != TimeOf(b) ? TimeOf(a).CompareTo(TimeOf(b)) : a.CompareTo(b));
        var history = _bitmaps.Select(query.Criteria, first, end);
        foreach (var id in _removed.Where(id => id < _historyCount))
            history[id / 64] &= ~(1UL << (id % 64));
        return new Selection(_rows, _historyCount, history, added);

        void Consider(int id)
        {
            var time = TimeOf(id);
            var beyondFloor = !query.LiftsHorizon && (time, id).CompareTo(_floor) <= 0;
            if (time < from || time > query.To || beyondFloor || VisibleAt(id) > now || _removed.Contains(id))
                return;
            var row = _rows[id];
            if (query.Criteria.All(criterion => criterion.Matches(row)))
                added.Add(id);
        }
    }

    private long VisibleAt(int id) => _visibleAt.TryGetValue(id, out var instant) ? instant : TimeOf(id) + LagOf(_rows[id]);

    /// <summary>By the row itself and not by its place: what else was added, and when, changes nothing.</summary>
    private long LagOf(in EventRow row) => _lag == 0 ? 0 : (long)(Rng.Mix(row.Leg.Seed ^ row.Seed) % (ulong)_lag);
}
