using CallEventsDashboard.Sandbox.Generation;

namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>All rows, column by column: 19 bytes each, so that a million of them stay small and a filter runs over one column.</summary>
internal sealed class RowTable
{
    private readonly List<Leg> _legs = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<string, ushort> _nameNumbers = [];
    private long[] _times = new long[1024];
    private int[] _rowLegs = new int[1024];
    private ushort[] _rowNames = new ushort[1024];
    private byte[] _flags = new byte[1024];
    private uint[] _seeds = new uint[1024];

    public int Count { get; private set; }

    public IReadOnlyList<Leg> Legs => _legs;

    public ReadOnlySpan<long> Times => _times.AsSpan(0, Count);

    public ReadOnlySpan<int> RowLegs => _rowLegs.AsSpan(0, Count);

    /// <summary>Numbers of names, see <see cref="TryNumber"/>.</summary>
    public ReadOnlySpan<ushort> RowNames => _rowNames.AsSpan(0, Count);

    public ReadOnlySpan<byte> Flags => _flags.AsSpan(0, Count);

    public bool TryNumber(string name, out ushort number) => _nameNumbers.TryGetValue(name, out number);

    public EventRow this[int id]
    {
        get
        {
            var flags = _flags[id];
            return new(_times[id], _legs[_rowLegs[id]], _names[_rowNames[id]], RowFlags.Kind(flags), RowFlags.Failed(flags), RowFlags.Attempt(flags), _seeds[id]) { Id = id };
        }
    }

    /// <returns>The id of the new row.</returns>
    public int Add(in EventRow row)
    {
        if (Count == _times.Length)
            Resize(Math.Max(1024, Count * 2));
        if (row.Leg.Index < 0)
        {
            row.Leg.Index = _legs.Count;
            _legs.Add(row.Leg);
        }

        _times[Count] = row.Time;
        _rowLegs[Count] = row.Leg.Index;
        _rowNames[Count] = NumberOf(row.Name);
        _flags[Count] = RowFlags.From(row);
        _seeds[Count] = row.Seed;
        return Count++;
    }

    /// <summary>Ids are in the order of time from here on, rows of one instant in the order in which they came.</summary>
    public void SortByTime()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var times = _times;
        Array.Sort(order, (a, b) => times[a] != times[b] ? times[a].CompareTo(times[b]) : a.CompareTo(b));
        _times = Ordered(_times, order);
        _rowLegs = Ordered(_rowLegs, order);
        _rowNames = Ordered(_rowNames, order);
        _flags = Ordered(_flags, order);
        _seeds = Ordered(_seeds, order);
    }

    /// <summary>Gives rows in the middle one time.</summary>
    public void Tie(int count)
    {
        SortByTime();
        var first = Math.Max(0, (Count - count) / 2);
        var tied = _times.AsSpan(first, Math.Min(count, Count - first));
        tied.Fill(tied[0]);
    }

    private static T[] Ordered<T>(T[] column, int[] order) => Array.ConvertAll(order, i => column[i]);

    private ushort NumberOf(string name)
    {
        if (_nameNumbers.TryGetValue(name, out var number))
            return number;
        number = (ushort)_names.Count;
        _names.Add(name);
        _nameNumbers.Add(name, number);
        return number;
    }

    private void Resize(int size)
    {
        Array.Resize(ref _times, size);
        Array.Resize(ref _rowLegs, size);
        Array.Resize(ref _rowNames, size);
        Array.Resize(ref _flags, size);
        Array.Resize(ref _seeds, size);
    }
}
