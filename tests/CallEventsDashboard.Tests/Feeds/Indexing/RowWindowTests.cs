namespace CallEventsDashboard.Feeds.Indexing;

public class RowWindowTests
{
    [Theory]
    [InlineData(0, 10, 100, 0, 10)]
    [InlineData(95, 10, 100, 95, 5)]
    [InlineData(200, 10, 100, 100, 0)]
    [InlineData(-5, 10, 100, 0, 10)]
    [InlineData(3, -1, 100, 3, 0)]
    [InlineData(0, 10, 0, 0, 0)]
    [InlineData(4, 4, -1, 0, 0)]
    public void Within_AnyList_StaysInsideIt(int start, int count, int rows, int expectedStart, int expectedCount) =>
        Assert.Equal(new RowWindow(expectedStart, expectedCount, true), new RowWindow(start, count, true).Within(rows));
}
