using CallEventsDashboard.Feeds;
using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;

namespace CallEventsDashboard.Exports;

public class ExportCostTests
{
    private static readonly Allowance Full = new(40, 40, FeedRows.Noon, TimeSpan.FromMinutes(1), IsKept: false) { Kept = 10 };

    [Theory]
    [InlineData(100_000, 100_000, 400, 400, 780)]
    [InlineData(100_000, 0, 400, 0, 0)]
    [InlineData(5_000, 5_000, 20, 20, 8)]
    [InlineData(251, 251, 2, 2, 0.8)]
    [InlineData(0, 0, 0, 0, 0)]
    public void Cost_OfAList_IsItsPagesLessThoseInMemoryAtTheAllowance(int rows, int unread, int pages, int requests, double seconds) =>
        Assert.Equal(
            new ExportCost(rows, pages, requests, TimeSpan.FromSeconds(seconds)), ExportCost.From(new FeedStatus { Coverage = Coverage.Complete, Total = rows, RowCount = rows, Allowance = Full }, unread));

    [Fact]
    public void Cost_OfAScan_IsTheRestOfWhatItLooksThrough()
    {
        var cost = ExportCost.From(new FeedStatus { Coverage = Coverage.Reading, Total = 3, RowCount = 3, Allowance = Full, Scan = new ScanProgress(1000, 2000, IsStopped: true, IsDone: false) }, 0);

        Assert.Equal((null, 8, 4), (cost.Rows, cost.Pages, cost.Requests));
    }

    [Fact]
    public void Cost_BeforeAnythingIsKnown_IsNotKnown() =>
        Assert.Equal(new ExportCost(null, null, null, null), ExportCost.From(new FeedStatus { Coverage = Coverage.Reading }, 0));
}
