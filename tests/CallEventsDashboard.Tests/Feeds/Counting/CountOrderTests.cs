namespace CallEventsDashboard.Feeds.Counting;

public class CountOrderTests
{
    [Fact]
    public void Values_AreTakenInOrder_ButThatWhichIsPointedAtNext()
    {
        var order = new CountOrder(["a", "b", "c", "d"]);
        Assert.Equal("a", order.Take());

        order.Prefer("c");
        order.Prefer("a");
        order.Prefer("unknown");

        Assert.Equal(["c", "b", "d", null], Enumerable.Range(0, 4).Select(_ => order.Take()));
    }
}
