namespace CallEventsDashboard.Queries;

public sealed class QuickFilterTests
{
    private static readonly CallEventQuery Asked = new() { From = "+12025550142", Range = new() { Last = TimeSpan.FromHours(1) }, Order = EventOrder.Oldest };

    public static TheoryData<string> Ids => [.. QuickFilter.All.Select(filter => filter.Id)];

    [Theory]
    [InlineData("failed", true, null, null, false)]
    [InlineData("failed-webhooks", true, "webhook", null, false)]
    [InlineData("refused-commands", true, "command", null, false)]
    [InlineData("failed-calls", null, null, null, true)]
    public void QuickFilter_Chosen_NarrowsTheQueryAndKeepsTheRest(string id, bool? failed, string? type, string? name, bool callFailed) =>
        Assert.Equal(Asked with { Failed = failed, Type = type, Name = name, CallFailed = callFailed }, Of(id).With(Asked));

    [Theory]
    [MemberData(nameof(Ids))]
    public void QuickFilter_ChosenAfterAnother_TakesItsPlace_AndCanBeTakenBack(string id)
    {
        foreach (var other in QuickFilter.All)
        {
            var query = Of(id).With(other.With(Asked));

            Assert.Equal(Of(id).With(Asked), query);
            Assert.Equal([id], QuickFilter.All.Where(filter => filter.IsSet(query)).Select(filter => filter.Id));
            Assert.Equal(Asked, QuickFilter.Without(query));
        }
    }

    [Fact]
    public void Query_ThatAsksSomethingElse_HasNoneSet() =>
        Assert.DoesNotContain(QuickFilter.All, filter => filter.IsSet(Asked with { Failed = false }) || filter.IsSet(Asked with { Type = "webhook" }) || filter.IsSet(Asked));

    [Fact]
    public void CallsThatFailed_OfTexml_KeepTheirEvent() =>
        Assert.Equal(Asked with { Name = "call_hangup", CallFailed = true }, Of("failed-calls").With(Asked with { Name = "call_hangup" }));

    private static QuickFilter Of(string id) => QuickFilter.All.Single(filter => filter.Id == id);
}
