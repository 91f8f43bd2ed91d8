using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Small answers, placed by hand. Seconds are times; rank 0 is the newest row.</summary>
public class PagePlacementTests
{
    private readonly RankedRows _ranks = new();
    private readonly LateRows _late = new();
    private readonly MissingRows _lost = new();
    private int _limit = int.MaxValue;

    [Fact]
    public void Place_FirstPage_GivesRanksFromItsComputedOnes()
    {
        var placed = Place(0, touches: true, FeedRows.Rows(10, 9, 8));

        AssertListed((0, 10), (1, 9), (2, 8));
        Assert.Equal((0, 2), placed.Covered);
        Assert.False(placed.IsContradicted);
    }

    [Fact]
    public void Place_RowBetweenTwoThatHaveRanks_IsLateAndShiftsWhatFollows()
    {
        Commit((0, 10), (1, 9));
        var placed = Place(0, touches: true, FeedRows.Rows(10, 9.5, 9, 8));

        AssertListed((0, 10), (1, 9), (2, 8));
        Assert.Equal(FeedRows.Row(9.5).Fingerprint, Assert.Single(placed.Late).Fingerprint);
        Assert.False(placed.IsContradicted);
        Assert.Null(placed.OpenGap);
    }

    [Fact]
    public void Place_RowThatIsHeldBack_IsSkippedTheNextTime()
    {
        Commit((0, 10), (1, 9));
        _late.Add([FeedRows.Row(9.5)]);
        var placed = Place(0, touches: true, FeedRows.Rows(10, 9.5, 9, 8));

        AssertListed((0, 10), (1, 9), (2, 8));
        Assert.Empty(placed.Late);
    }

    [Fact]
    public void Place_SurplusAtTheEndOfThePage_LeavesAGapOpen()
    {
        Commit((0, 10), (1, 9));
        _limit = 2;
        var placed = Place(0, touches: true, FeedRows.Rows(10, 9, 8.5));

        Assert.Single(placed.Late);
        Assert.Equal(FeedRows.Time(8.5), placed.OpenGap);
    }

    [Fact]
    public void Place_Twins_GetARankEachAndNoneASecondTime()
    {
        var page = FeedRows.Rows(10, 9, 9, 8);
        Place(0, touches: true, page);
        var again = Place(0, touches: true, page);

        AssertListed((0, 10), (1, 9), (2, 9), (3, 8));
        Assert.Empty(again.Late);
        Assert.Equal(4, _ranks.Count);
    }

    [Fact]
    public void Place_OneTwinMoreThanThereWere_IsLate()
    {
        Commit((0, 10), (1, 9), (2, 9), (3, 8));
        var placed = Place(0, touches: true, FeedRows.Rows(10, 9, 9, 9, 8, 7));

        Assert.Single(placed.Late);
        AssertListed((0, 10), (1, 9), (2, 9), (3, 8), (4, 7));
    }

    [Fact]
    public void Place_TieCutByTheEdgeAndSwapped_FillsBothRanks()
    {
        Place(0, touches: true, [FeedRows.Row(10), FeedRows.Row(9, 1)], cutAtOlder: true);
        Place(1, touches: true, [FeedRows.Row(9, 2), FeedRows.Row(9, 1), FeedRows.Row(8)]);

        AssertListed((0, 10), (1, 9), (2, 9), (3, 8));
        Assert.Equal([1UL, 2UL], new[] { 1, 2 }.Select(rank => _ranks.Print(rank) == RankedRows.PrintOf(FeedRows.Row(9, 1)) ? 1UL : 2UL));
    }

    [Fact]
    public void Place_CutTieBesideAnotherBlock_WaitsForAPageThatHoldsItWhole()
    {
        Commit((3, 8));
        var placed = Place(1, touches: false, [FeedRows.Row(10), FeedRows.Row(9, 1)], cutAtOlder: true);

        AssertListed((1, 10), (3, 8));
        Assert.Equal((1, 1), placed.Covered);
    }

    [Fact]
    public void Place_AllRowsOfATime_FillTheOneRankBesideThem()
    {
        Commit((0, 10), (3, 8));
        _ranks.Commit(2, FeedRows.Row(9, 1));
        Place(1, touches: false, [FeedRows.Row(9, 1), FeedRows.Row(9, 2)], side: AnchorSide.Tie);

        AssertListed((0, 10), (1, 9), (2, 9), (3, 8));
    }

    [Fact]
    public void Place_AllRowsOfATimeBetweenTwoEmptyRanks_WaitForAPageThatTellsTheirSide()
    {
        Commit((0, 10), (4, 8));
        _ranks.Commit(2, FeedRows.Row(9, 1));
        var placed = Place(1, touches: false, [FeedRows.Row(9, 1), FeedRows.Row(9, 2)], side: AnchorSide.Tie);

        AssertListed((0, 10), (2, 9), (4, 8));
        Assert.Empty(placed.Late);
    }

    [Fact]
    public void Place_PageThatMeetsAnOlderBlock_TakesItsRanksForTrue()
    {
        Commit((0, 20), (5, 10), (6, 9));
        Place(6, touches: false, FeedRows.Rows(10, 9, 8));

        AssertListed((0, 20), (5, 10), (6, 9), (7, 8));
    }

    [Fact]
    public void Place_GapClosedByMoreRowsThanRanks_HoldsTheSurplusBack()
    {
        Commit((0, 20), (3, 10));
        var placed = Place(0, touches: true, FeedRows.Rows(20, 15, 14, 13, 10, 9));

        AssertListed((0, 20), (1, 15), (2, 14), (3, 10), (4, 9));
        Assert.Equal(FeedRows.Row(13).Fingerprint, Assert.Single(placed.Late).Fingerprint);
    }

    [Fact]
    public void Place_RowThatHadARankIsGone_IsAContradiction()
    {
        Commit((0, 10), (1, 9), (2, 8));
        var placed = Place(0, touches: true, FeedRows.Rows(10, 8));

        Assert.True(placed.IsContradicted);
        AssertListed((0, 10), (1, 9), (2, 8));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Place_PassesARankWhoseRowIsInNoAnswer_IsNoContradiction(bool fromOlder)
    {
        Commit((0, 10), (1, 9), (3, 7), (4, 6));
        _lost.Add(2);
        var placed = Place(fromOlder ? 1 : 0, touches: true, FeedRows.Rows(10, 9, 7, 6), side: fromOlder ? AnchorSide.Older : AnchorSide.Newer);

        Assert.False(placed.IsContradicted);
        AssertListed((0, 10), (1, 9), (3, 7), (4, 6));
    }

    [Fact]
    public void Place_FromAnOlderAnchor_CountsTowardsNewer()
    {
        Commit((10, 5));
        Place(7, touches: true, FeedRows.Rows(8, 7, 6, 5), side: AnchorSide.Older);

        AssertListed((7, 8), (8, 7), (9, 6), (10, 5));
    }

    [Fact]
    public void Place_FromAnOlderAnchorWithARowSlippedIn_HoldsItBackAndMovesNothing()
    {
        Commit((8, 7), (9, 6), (10, 5));
        var placed = Place(5, touches: true, FeedRows.Rows(9, 8, 7, 6.5, 6, 5), side: AnchorSide.Older);

        AssertListed((6, 9), (7, 8), (8, 7), (9, 6), (10, 5));
        Assert.Equal(FeedRows.Row(6.5).Fingerprint, Assert.Single(placed.Late).Fingerprint);
        Assert.False(placed.IsContradicted);
    }

    [Fact]
    public void Place_FromAnOlderAnchorWithARowGone_IsAContradiction()
    {
        Commit((8, 7), (9, 6), (10, 5));

        Assert.True(Place(9, touches: true, FeedRows.Rows(7, 5), side: AnchorSide.Older).IsContradicted);
    }

    private PlacementResult Place(int firstRank, bool touches, IReadOnlyList<CallEvent> rows, bool cutAtOlder = false, AnchorSide side = AnchorSide.Newer)
    {
        var placed = new PagePlacement(_ranks, _late, new TieRanges(), side, _lost, _limit).Place(new ReadPage(rows, firstRank, false, cutAtOlder, null), touches);
        _late.Add(placed.Late);
        return placed;
    }

    private void Commit(params (int Rank, double Second)[] rows)
    {
        foreach (var (rank, second) in rows)
            _ranks.Commit(rank, FeedRows.Row(second));
    }

    private void AssertListed(params (int Rank, double Second)[] expected)
    {
        var ranks = _ranks.Runs.SelectMany(run => Enumerable.Range(run.From, run.To - run.From + 1)).ToList();
        Assert.Equal(expected.Select(row => (row.Rank, FeedRows.Time(row.Second))), ranks.Select(rank => (rank, _ranks.Time(rank))));
    }
}
