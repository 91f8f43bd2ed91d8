using System.Numerics;
using System.Runtime.CompilerServices;

namespace CallEventsDashboard.Sandbox.Storage;

/// <summary>One bit per row of the sorted history, kept per condition: combining filters is AND, counting is a population count.</summary>
internal sealed class Bitmaps(RowTable rows, int count)
{
    private const int Kept = 128;
    private readonly Dictionary<string, ulong[]> _known = [];

    /// <summary>The rows [from, to) that meet all conditions; the array covers all rows.</summary>
    public ulong[] Select(IReadOnlyList<Criterion> criteria, int from, int to)
    {
        var words = new ulong[(count + 63) / 64];
        if (from >= to)
            return words;
        var (first, last) = (from / 64, (to - 1) / 64);
        words.AsSpan(first, last - first + 1).Fill(ulong.MaxValue);
        words[first] &= ulong.MaxValue << (from % 64);
        words[last] &= ulong.MaxValue >> (63 - ((to - 1) % 64));
        foreach (var criterion in criteria)
        {
            var matches = Of(criterion);
            for (var i = first; i <= last; i++)
                words[i] &= matches[i];
        }

        return words;
    }

    /// <summary>How many bits are set below <paramref name="end"/>.</summary>
    public static int Rank(ulong[] words, int end)
    {
        var rank = 0;
        var whole = end / 64;
        for (var i = 0; i < whole; i++)
            rank += BitOperations.PopCount(words[i]);
        if (end % 64 != 0)
            rank += BitOperations.PopCount(words[whole] & ~(ulong.MaxValue << (end % 64)));
        return rank;
    }

    /// <summary>The positions of the set bits, without the first <paramref name="skip"/>.</summary>
    public static IEnumerable<int> Positions(ulong[] words, int skip)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            var bits = BitOperations.PopCount(word);
            if (bits <= skip)
            {
                skip -= bits;
                continue;
            }

            for (; word != 0; word &= word - 1)
            {
                if (skip-- <= 0)
                    yield return (i * 64) + BitOperations.TrailingZeroCount(word);
            }

            skip = 0;
        }
    }

    private ulong[] Of(Criterion criterion)
    {
        if (_known.TryGetValue(criterion.Key, out var words))
            return words;
        words = new ulong[(count + 63) / 64];
        switch (criterion)
        {
            case LegCriterion leg:
                Fill(words, rows.RowLegs[..count], [.. rows.Legs.Select(leg.OfLeg)]);
                break;
            case NameCriterion name when rows.TryNumber(name.Name, out var number):
                Fill(words, rows.RowNames[..count], number);
                break;
            case KindCriterion kind:
                Fill(words, rows.Flags[..count], RowFlags.Table(flags => kind.OfKind(RowFlags.Kind(flags))));
                break;
            case FailedCriterion failed:
                Fill(words, rows.Flags[..count], RowFlags.Table(flags => RowFlags.Failed(flags) == failed.Failed));
                break;
        }

        if (_known.Count == Kept)
            _known.Clear();
        return _known[criterion.Key] = words;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(ulong[] words, ReadOnlySpan<int> column, bool[] matches)
    {
        for (var i = 0; i < column.Length; i++)
            words[i / 64] |= matches[column[i]] ? 1UL << (i % 64) : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(ulong[] words, ReadOnlySpan<byte> column, bool[] matches)
    {
        for (var i = 0; i < column.Length; i++)
            words[i / 64] |= matches[column[i]] ? 1UL << (i % 64) : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(ulong[] words, ReadOnlySpan<ushort> column, ushort wanted)
    {
        for (var i = 0; i < column.Length; i++)
            words[i / 64] |= column[i] == wanted ? 1UL << (i % 64) : 0;
    }
}
