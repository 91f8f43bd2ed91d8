using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Counting;

public class FilterVerificationTests
{
    private static readonly CallEventQuery ByConnection = CallEventQuery.Default with { ConnectionId = "17" };

    [Fact]
    public void Verdicts_NothingRead_ArePending() => Assert.Equal(AppliedBy.Pending, Verdict(ByConnection));

    [Fact]
    public void Verdicts_RowsCarryTheFieldAndAgree_AreTheServices() => Assert.Equal(AppliedBy.Api, Verdict(ByConnection, "17", "17", null));

    [Fact]
    public void Verdicts_OneRowContradicts_AreTheDashboards()
    {
        var verification = new FilterVerification(ByConnection, null);
        verification.Add([Of("17"), Of("18")]);

        Assert.True(verification.IsIgnored);
        Assert.Equal(AppliedBy.Dashboard, verification.Verdicts()["connection_id"]);
    }

    [Fact]
    public void Verdicts_NoRowCarriesTheField_AreUnverified() => Assert.Equal(AppliedBy.Unverified, Verdict(ByConnection, null, null));

    [Fact]
    public void Verdicts_Search_IsTheDashboardsFromTheStart()
    {
        var verification = new FilterVerification(CallEventQuery.Default with { Search = "x" }, null);

        Assert.Equal(AppliedBy.Dashboard, verification.Verdicts()["q"]);
        Assert.False(verification.IsIgnored);
    }

    [Fact]
    public void Verdicts_BoundKeptByCounting_IsTheServices()
    {
        var query = CallEventQuery.Default with { Range = new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, FeedRows.Noon) } };

        Assert.Equal(AppliedBy.Api, new FilterVerification(query, null).Verdicts()["occurred_at.gte"]);
    }

    [Fact]
    public void Add_RowBeyondTheSentBound_SaysThatTheBoundWasIgnored()
    {
        var bound = new TimeBound(TimeComparison.Before, FeedRows.Noon);
        var verification = new FilterVerification(CallEventQuery.Default with { Range = new TimeRange { Upper = bound } }, bound);
        verification.Add([FeedRows.Row(-1)]);
        Assert.False(verification.IsIgnored);
        verification.Add([FeedRows.Row(0)]);

        Assert.True(verification.IsIgnored);
        Assert.Equal(AppliedBy.Dashboard, verification.Verdicts()["occurred_at.lt"]);
    }

    [Fact]
    public void Verdicts_SeveralFilters_AreJudgedEachForItself()
    {
        var verification = new FilterVerification(ByConnection with { Name = "call.hangup", Type = "webhook", LegId = "5b1d7c40-c8a2-11f1-9c10-02420aef93a0" }, null);
        verification.Add([Of("17") with { Name = "call.answered", Type = "call_scripting_webhook" }]);

        var verdicts = verification.Verdicts();
        Assert.Equal(
            (AppliedBy.Api, AppliedBy.Dashboard, AppliedBy.Api, AppliedBy.Unverified),
            (verdicts["connection_id"], verdicts["name"], verdicts["type"], verdicts["leg_id"]));
    }

    private static AppliedBy Verdict(CallEventQuery query, params string?[] connections)
    {
        var verification = new FilterVerification(query, null);
        verification.Add(connections.Select(Of));
        return verification.Verdicts()["connection_id"];
    }

    private static CallEvent Of(string? connection) => FeedRows.Row(1) with { ConnectionId = connection };
}
