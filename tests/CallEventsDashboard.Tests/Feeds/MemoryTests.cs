using System.Runtime.CompilerServices;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>What weighs the memory of the process, in which nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public class MemoryTests
{
    private const int Million = 1_000_000;

    private readonly List<object> _kept = [];

    [Fact]
    public void AMillionPlacedRows_FitInto500Megabytes()
    {
        var counts = Place();
        var held = GC.GetTotalMemory(forceFullCollection: true);

        // What it weighs is what is free without it: the tests before may have left much that goes at any time.
        _kept.Clear();
        var taken = held - GC.GetTotalMemory(forceFullCollection: true);

        Assert.Equal((Million, 80), counts);
        Assert.InRange(taken, 16_000_000, 100_000_000);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (int Rows, int Blocks) Place()
    {
        var (ranks, rows) = (new RankedRows(), new RowStore());
        for (var rank = 0; rank < Million; rank++)
        {
            var row = new CallEvent { Name = "call.initiated", Type = "webhook", Fingerprint = $"{rank}-0123456789abcdef", Raw = new byte[800] };
            ranks.Commit(rank, Million - rank, RankedRows.PrintOf(row));
            rows[rank] = row;
            if (rank % 250 == 249)
                rows.TrimTo(80);
        }

        _kept.AddRange([ranks, rows]);
        return (ranks.Count, rows.Blocks);
    }
}
