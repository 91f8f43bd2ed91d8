using CallEventsDashboard.Feeds.Indexing;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Feeds.Snapshots;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>The words of the contract for what a list covers.</summary>
public class FeedCoverageTests
{
    private static readonly FeedFailure Failure = new(new TelnyxException(TelnyxError.Unavailable), null);

    [Theory]
    [InlineData(RangeCoverage.Whole, Coverage.Complete)]
    [InlineData(RangeCoverage.Partial, Coverage.Partial)]
    [InlineData(RangeCoverage.None, Coverage.Unreachable)]
    public void Of_ReadList_IsWhatItsRangeReaches(RangeCoverage reach, Coverage expected) =>
        Assert.Equal(expected, FeedCoverage.From(Plan(reach), new KnownListing(), null));

    [Fact]
    public void Of_FirstAnswerOutstanding_IsReading()
    {
        Assert.Equal(Coverage.Reading, FeedCoverage.From(Plan(), null, null));
        Assert.Equal(Coverage.Reading, FeedCoverage.From(Plan(), new KnownListing { Opening = true }, null));
    }

    [Fact]
    public void Of_NothingCouldBeRead_IsFailed()
    {
        Assert.Equal(Coverage.Failed, FeedCoverage.From(Plan(), null, Failure));
        Assert.Equal(Coverage.Failed, FeedCoverage.From(Plan(), new KnownListing { Opening = true }, Failure));
    }

    [Fact]
    public void Of_FailureWhileRowsAreThere_KeepsWhatTheListCovers() =>
        Assert.Equal(Coverage.Complete, FeedCoverage.From(Plan(), new KnownListing(), Failure));

    [Fact]
    public void Of_OutOfReach_IsUnreachableWhateverElse() =>
        Assert.Equal(Coverage.Unreachable, FeedCoverage.From(Plan(RangeCoverage.None), null, Failure));

    [Theory]
    [InlineData(false, false, Coverage.Reading)]
    [InlineData(true, false, Coverage.Partial)]
    [InlineData(false, true, Coverage.Complete)]
    public void Of_Scan_IsWhatItHasDone(bool stopped, bool done, Coverage expected) =>
        Assert.Equal(expected, FeedCoverage.From(Plan(), new KnownListing { Progress = new ScanProgress(5, 10, stopped, done) }, null));

    [Fact]
    public void Of_ScanThatFailed_IsPartial() =>
        Assert.Equal(Coverage.Partial, FeedCoverage.From(Plan(), new KnownListing { Progress = new ScanProgress(5, 10, false, false) }, Failure));

    [Fact]
    public void Of_RowsExpiredUnread_IsPartial() =>
        Assert.Equal(Coverage.Partial, FeedCoverage.From(Plan(), new KnownListing { Gone = 3 }, null));

    private static FilterPlan Plan(RangeCoverage reach = RangeCoverage.Whole) => FilterPlan.For(CallEventQuery.Default, FeedRows.Noon) with { RangeCoverage = reach };

    private sealed class KnownListing : Listing
    {
        public bool Opening { get; init; }

        public int Gone { get; init; }

        public ScanProgress? Progress { get; init; }

        public override bool IsOpening => Opening;

        public override int Expired => Gone;

        public override ScanProgress? Scan => Progress;

        public override int RowCount => 10;

        public override CallEvent? Row(int index) => null;

        public override PageFetch? NextWanted(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) => null;

        public override PageFetch? NextAhead(RowWindow wanted, IReadOnlyCollection<PageFetch> onTheirWay) => null;

        public override void Place(PageFetch fetch, CallEventPage page)
        {
        }

        public override void PlaceTooLarge(PageFetch fetch)
        {
        }
    }
}
