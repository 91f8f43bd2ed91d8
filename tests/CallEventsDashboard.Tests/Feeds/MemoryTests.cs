using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>What weighs the memory of the process, in which nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public class MemoryTests
{
    [Fact]
    public void AMillionPlacedRows_FitInto500Megabytes()
    {
        const int Million = 1_000_000;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (ranks, rows) = (new RankedRows(), new RowStore());
        for (var rank = 0; rank < Million; rank++)
        {
            var row = new CallEvent { Name = "call.initiated", Type = "webhook", Fingerprint = $"{rank}-0123456789abcdef", Raw = new byte[800] };
            ranks.Commit(rank, Million - rank, RankedRows.PrintOf(row));
            rows[rank] = row;
            if (rank % 250 == 249)
                rows.TrimTo(80);
        }

        var taken = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal((Million, 80), (ranks.Count, rows.Blocks));
        Assert.InRange(taken, 16_000_000, 100_000_000);
        GC.KeepAlive(rows);
    }
}
