using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Requests;

public class PageChoiceTests
{
    private const int Rows = 800;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_EveryWindow_IsAPageThatHoldsItWheneverOnePageCan(bool rising)
    {
        for (var from = 0; from < Rows; from++)
        {
            for (var to = from; to < Math.Min(from + PageRequest.MaxSize, Rows); to += 1 + ((to - from) / 8))
            {
                var page = PageChoice.Choose(from, to, rising, Rows);
                var (first, last) = Ordinals(page);
                Assert.InRange(page.Size, 1, PageRequest.MaxSize);
                Assert.True(page.Number >= 1);
                if (Sizes.Any(size => from / size == to / size))
                    Assert.True(first <= from && to <= last, $"{page} does not hold {from} to {to}.");
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_SeveralPagesHoldTheWindow_TakesTheOneThatReachesFurthestAhead(bool rising)
    {
        for (var from = 0; from < Rows; from += 3)
        {
            var to = Math.Min(from + 40, Rows - 1);
            var page = PageChoice.Choose(from, to, rising, Rows);
            var best = Sizes.Where(size => from / size == to / size).Max(size => Ahead(new PageRequest((from / size) + 1, size), from, to, rising));
            Assert.Equal(best, Ahead(page, from, to, rising));
        }
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 609)]
    public void Of_WindowLargerThanAPage_BeginsWhereTheReaderIs(bool rising, int near)
    {
        var (first, last) = Ordinals(PageChoice.Choose(10, 609, rising, Rows));

        Assert.InRange(near, first, last);
        Assert.True(Math.Min(last, 609) - Math.Max(first, 10) + 1 > 200, "A page that holds most of what is needed is there.");
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(4, 9, 3)]
    public void Of_ListShorterThanBelieved_StillAsksForWhatIsNeeded(int from, int to, int count)
    {
        var (first, last) = Ordinals(PageChoice.Choose(from, to, rising: true, count));

        Assert.True(first <= from && to <= last);
    }

    private static IEnumerable<int> Sizes => Enumerable.Range(1, PageRequest.MaxSize);

    private static (int First, int Last) Ordinals(PageRequest page) => ((page.Number - 1) * page.Size, (page.Number * page.Size) - 1);

    private static int Ahead(PageRequest page, int from, int to, bool rising)
    {
        var (first, last) = Ordinals(page);
        return rising ? Math.Min(last, Rows - 1) - to : from - first;
    }
}
