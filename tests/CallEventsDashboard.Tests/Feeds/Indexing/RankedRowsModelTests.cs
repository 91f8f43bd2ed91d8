using CsCheck;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Whatever the order in which ranks get their rows, the answers are those of a plain dictionary.</summary>
public class RankedRowsModelTests
{
    private const int Ranks = 40;
    private const long Newest = 1_000_000;

    private static readonly Gen<(bool[] NewTime, int[] Order)> Histories =
        Gen.Select(Gen.Bool.Array[Ranks], Gen.Shuffle(Enumerable.Range(0, Ranks).ToArray()), Gen.Int[0, Ranks], (times, order, count) => (times, order.Take(count).ToArray()));

    [Fact]
    public void Commit_AnyOrderAndTies_AnswersAsADictionaryWould() => Histories.Sample(history =>
    {
        var times = TimesOf(history.NewTime);
        var ranks = new RankedRows();
        var model = new SortedDictionary<int, long>();
        foreach (var rank in history.Order)
        {
            ranks.Commit(rank, times[rank], Print(rank));
            model.Add(rank, times[rank]);
        }

        AssertRuns(ranks, model);
        for (var rank = -1; rank <= Ranks; rank++)
            AssertRank(ranks, model, rank);
        for (var time = times.Min() - 1; time <= times.Max() + 1; time++)
            AssertTime(ranks, model, time);
    });

    [Fact]
    public void Commit_ARankThatHasARow_Throws()
    {
        var ranks = new RankedRows();
        ranks.Commit(5000, 7, 1);

        Assert.Throws<InvalidOperationException>(() => ranks.Commit(5000, 7, 1));
        Assert.Equal((1, 7, 1UL), (ranks.Count, ranks.Time(5000), ranks.Print(5000)));
    }

    private static void AssertRuns(RankedRows ranks, SortedDictionary<int, long> model)
    {
        Assert.Equal(model.Count, ranks.Count);
        Assert.Equal(model.Keys, ranks.Runs.SelectMany(run => Enumerable.Range(run.From, run.To - run.From + 1)));
        Assert.Equal(model.Keys.Count(rank => !model.ContainsKey(rank - 1)), ranks.Runs.Count);
    }

    private static void AssertRank(RankedRows ranks, SortedDictionary<int, long> model, int rank)
    {
        Assert.Equal(model.ContainsKey(rank), ranks.Has(rank));
        var run = ranks.RunOf(rank);
        Assert.Equal(model.ContainsKey(rank), run is not null);
        if (run is var (from, to))
        {
            Assert.True(from <= rank && rank <= to);
            Assert.Equal((model[rank], Print(rank)), (ranks.Time(rank), ranks.Print(rank)));
        }

        Assert.Equal(Anchors(model).Where(anchor => anchor <= rank).Select(anchor => (int?)anchor).LastOrDefault(), ranks.AnchorAtOrBefore(rank));
        var older = model.Keys.Where(known => known >= rank && model.TryGetValue(known + 1, out var next) && next != model[known]
            && Enumerable.Range(rank, known - rank + 1).All(model.ContainsKey)).Select(known => (int?)known);
        Assert.Equal(older.FirstOrDefault(), ranks.AnchorAtOrAfter(rank));
    }

    private static void AssertTime(RankedRows ranks, SortedDictionary<int, long> model, long time)
    {
        Assert.Equal(model.Where(pair => pair.Value == time).Select(pair => pair.Key), ranks.RanksAt(time));
        Assert.Equal(model.Values.Where(known => known < time).Select(known => (long?)known).Max(), ranks.TimeAfter(time));
        Assert.Equal(model.Values.Where(known => known > time).Select(known => (long?)known).Min(), ranks.TimeBefore(time));
        for (var rank = 0; rank < Ranks; rank++)
        {
            if (!model.ContainsKey(rank))
                Assert.Equal(model.All(pair => pair.Key < rank ? pair.Value >= time : pair.Value <= time), ranks.Fits(rank, time));
        }
    }

    // A row from which asking splits no tie: its newer neighbour is known and has another time, or there is none newer.
    private static IEnumerable<int> Anchors(SortedDictionary<int, long> model) =>
        model.Keys.Where(rank => rank == 0 || (model.TryGetValue(rank - 1, out var newer) && newer != model[rank]));

    private static ulong Print(int rank) => (ulong)rank + 1;

    private static long[] TimesOf(bool[] newTime)
    {
        var times = new long[Ranks];
        times[0] = Newest;
        for (var rank = 1; rank < Ranks; rank++)
            times[rank] = times[rank - 1] - (newTime[rank] ? 2 : 0);
        return times;
    }
}
