using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>
/// Which row has which rank, for ever: rank 0 is the newest row of the list, and times never increase with the rank. Only a row's time and its hash are
/// kept, 16 bytes for each; what the row says is kept elsewhere and may be dropped and read again.
/// </summary>
internal sealed class RankedRows
{
    private readonly RankRuns _runs = new();
    private long[] _times = new long[1024];
    private ulong[] _prints = new ulong[1024];

    /// <summary>The unbroken stretches of ranks that have a row, newest first, both ends inclusive.</summary>
    public IReadOnlyList<(int From, int To)> Runs => _runs.All;

    public int Count { get; private set; }

    /// <summary>Times (ticks) that rows without a time were given: the service may count such a row before or behind it, so no request counts from there.</summary>
    public HashSet<long> UncertainTimes { get; } = [];

    /// <summary>The instant by which a row is sorted in its list; null for one without a time that was given none.</summary>
    public static DateTimeOffset? InstantOf(CallEvent row) => row.OccurredAt ?? row.StandsAt;

    public static long TimeOf(CallEvent row) => InstantOf(row)?.UtcTicks ?? 0;

    /// <summary>A hash of the fingerprint; never 0.</summary>
    public static ulong PrintOf(CallEvent row)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in row.Fingerprint)
            hash = (hash ^ character) * 1099511628211UL;
        return hash == 0 ? 1 : hash;
    }

    public bool Has(int rank) => rank >= 0 && rank < _prints.Length && _prints[rank] != 0;

    public long Time(int rank) => _times[rank];

    public DateTimeOffset At(int rank) => new(_times[rank], TimeSpan.Zero);

    public ulong Print(int rank) => _prints[rank];

    public void Commit(int rank, long time, ulong print)
    {
        if (Has(rank))
            throw new InvalidOperationException($"Rank {rank} has a row: an index never changes its row.");
        if (rank >= _prints.Length)
        {
            var size = Math.Max(rank + 1, _prints.Length * 2);
            Array.Resize(ref _times, size);
            Array.Resize(ref _prints, size);
        }

        (_times[rank], _prints[rank]) = (time, print);
        Count++;
        _runs.Add(rank);
    }

    /// <summary>The run that holds a rank, or null.</summary>
    public (int From, int To)? RunOf(int rank) => _runs.IndexBefore(rank) is var at && at >= 0 && Runs[at].To >= rank ? Runs[at] : null;

    /// <summary>The ranks of the rows of one time, in rising order.</summary>
    public IEnumerable<int> RanksAt(long time)
    {
        foreach (var (from, to) in Runs)
        {
            if (_times[to] > time)
                continue;
            if (_times[from] < time)
                yield break;
            for (var rank = FirstNotNewer(from, to, time); rank <= to && _times[rank] == time; rank++)
                yield return rank;
        }
    }

    /// <summary>Whether a row of this time may take an empty rank without breaking the order.</summary>
    public bool Fits(int rank, long time)
    {
        var at = _runs.IndexBefore(rank);
        return (at < 0 || _times[Runs[at].To] >= time) && (at + 1 >= Runs.Count || _times[Runs[at + 1].From] <= time);
    }

    /// <summary>The nearest rank at or before the given one whose row begins a new time, so that no tie is split by asking from it; null when there is none.</summary>
    public int? AnchorAtOrBefore(int rank)
    {
        for (var at = _runs.IndexBefore(rank); at >= 0; at--)
        {
            var (from, to) = Runs[at];
            for (var candidate = Math.Min(rank, to); candidate > from; candidate--)
            {
                if (_times[candidate] != _times[candidate - 1] && IsCertain(candidate) && IsCertain(candidate - 1))
                    return candidate;
            }

            if (from == 0)
                return 0;
        }

        return null;
    }

    /// <summary>The same from the other side: the nearest rank of the run that begins here whose row ends its time.</summary>
    public int? AnchorAtOrAfter(int rank)
    {
        if (RunOf(rank) is not var (_, to))
            return null;
        for (var candidate = rank; candidate < to; candidate++)
        {
            if (_times[candidate] != _times[candidate + 1] && IsCertain(candidate) && IsCertain(candidate + 1))
                return candidate;
        }

        return null;
    }

    /// <summary>The oldest rank whose row ends its time, within the given times (ticks); null when there is none.</summary>
    /// <param name="newest">Rows newer than this are passed over.</param>
    /// <param name="oldest">Rows of this time or older are passed over.</param>
    /// <param name="end">The last rank of the list, which has no older neighbour.</param>
    public int? DeepestAnchor(long newest, long oldest, int end)
    {
        for (var at = Runs.Count - 1; at >= 0; at--)
        {
            var (from, to) = Runs[at];
            for (var candidate = to; candidate >= from && _times[candidate] <= newest; candidate--)
            {
                if (_times[candidate] > oldest && IsCertain(candidate) && (candidate == end || (candidate < to && _times[candidate] != _times[candidate + 1])))
                    return candidate;
            }
        }

        return null;
    }

    /// <summary>The newest rank whose row ends its time, in the stretch that begins the list; null when there is none.</summary>
    /// <param name="newest">Rows newer than this are passed over.</param>
    /// <param name="end">The last rank of the list, which has no older neighbour.</param>
    public int? NewestAnchor(long newest, int end)
    {
        if (RunOf(0) is not var (from, to))
            return null;
        for (var candidate = FirstNotNewer(from, to, newest); candidate <= to; candidate++)
        {
            if (_times[candidate] <= newest && IsCertain(candidate) && (candidate == end || (candidate < to && _times[candidate] != _times[candidate + 1])))
                return candidate;
        }

        return null;
    }

    /// <summary>The time of the nearest row that is older than a time; null when there is none.</summary>
    public long? TimeAfter(long time)
    {
        foreach (var (from, to) in Runs)
        {
            if (_times[to] < time)
                return _times[FirstNotNewer(from, to, time - 1)];
        }

        return null;
    }

    /// <summary>The time of the nearest row that is newer than a time; null when there is none.</summary>
    public long? TimeBefore(long time)
    {
        for (var at = Runs.Count - 1; at >= 0; at--)
        {
            var (from, to) = Runs[at];
            if (_times[from] > time)
                return _times[_times[to] > time ? to : FirstNotNewer(from, to, time) - 1];
        }

        return null;
    }

    /// <summary>The time of the nearest row that is newer than an empty rank, else of the nearest older one; null when there is no row.</summary>
    public DateTimeOffset? TimeAround(int rank) => _runs.IndexBefore(rank) is var at && at >= 0 ? At(Runs[at].To) : Runs.Count > 0 ? At(Runs[0].From) : null;

    private bool IsCertain(int rank) => !UncertainTimes.Contains(_times[rank]);

    private int FirstNotNewer(int from, int to, long time)
    {
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            if (_times[middle] > time)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
