using CallEventsDashboard.Sandbox.Storage;

namespace CallEventsDashboard.Sandbox.Generation;

/// <summary>Traffic while the Sandbox runs: calls that begin by chance, and rows that are made to appear.</summary>
internal sealed class LiveTraffic(Archive archive, ulong seed, double rate, long start)
{
    private const double RowsPerCall = 14;
    private const long LateFrom = 90 * Micros.Second;
    private const long LateTo = 3600 * Micros.Second;

    // Rows that are made to appear draw from numbers of their own: when they are asked for must not change the calls that begin by chance.
    private readonly Rng _calls = new(Rng.Mix(seed ^ 0x11FE));
    private readonly Rng _made = new(Rng.Mix(seed ^ 0x3ADE));
    private long _nextCall = start;

    /// <summary>Plays every call that began until now; rows of the near future wait in the archive.</summary>
    public void CatchUp(long now)
    {
        if (rate <= 0)
            return;
        while (_nextCall <= now)
        {
            foreach (var row in ScenarioMix.Play(_calls, _nextCall).Rows)
                archive.Add(row);
            _nextCall += 1 + (long)(-Math.Log(1 - _calls.Unit()) * RowsPerCall / rate * Micros.Second);
        }
    }

    /// <summary>Rows that happened up to an hour ago, and can be seen only from now on.</summary>
    public IReadOnlyList<EventRow> AddLate(int count, long now) =>
        Append(count, now, (row, _) => row with { Time = Math.Min(row.Time, now - LateFrom) }, () => now - LateTo + (long)(_made.Unit() * (LateTo - LateFrom)));

    /// <summary>Rows that happen now, a microsecond apart, the last of them at this very instant.</summary>
    public IReadOnlyList<EventRow> AddNew(int count, long now) =>
        Append(count, now, (row, ordinal) => row with { Time = now - (count - 1 - ordinal) }, () => now);

    /// <summary>A row that happened at the given instant, and can be seen only from now on.</summary>
    public void AddAt(long time, long now) => Append(1, now, (row, _) => row with { Time = time }, () => time);

    private List<EventRow> Append(int count, long now, Func<EventRow, int, EventRow> place, Func<long> callStart)
    {
        var rows = new List<EventRow>(count);
        while (rows.Count < count)
        {
            foreach (var row in ScenarioMix.Play(_made, callStart()).Rows.Take(count - rows.Count))
                rows.Add(place(row, rows.Count));
        }

        foreach (var row in rows)
            archive.Add(row, visibleAt: now);
        return rows;
    }
}
