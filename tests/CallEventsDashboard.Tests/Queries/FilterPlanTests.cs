using CallEventsDashboard.Telnyx;
using CsCheck;

namespace CallEventsDashboard.Queries;

public class FilterPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void For_TwoBounds_SendsTheUpperAndKeepsTheLower()
    {
        var lower = new TimeBound(TimeComparison.After, Now.AddHours(-2));
        var upper = new TimeBound(TimeComparison.AtOrBefore, Now.AddHours(-1));

        var plan = FilterPlan.For(new() { From = "+12025550142", Range = new() { Lower = lower, Upper = upper } }, Now);

        Assert.Equal(new CallEventFilter { From = "+12025550142", OccurredAt = upper }, plan.Filter);
        Assert.Equal(lower, plan.LocalLower);
        Assert.Equal(new(lower.At, upper.At, FromInclusive: false, ToInclusive: true), plan.Wanted);
    }

    [Fact]
    public void For_Last_CountsBackFromNowAndSendsNoBound()
    {
        var plan = FilterPlan.For(new() { Range = new() { Last = TimeSpan.FromMinutes(15) } }, Now);

        Assert.Null(plan.Filter.OccurredAt);
        Assert.Equal(new TimeBound(TimeComparison.AtOrAfter, Now.AddMinutes(-15)), plan.LocalLower);
        Assert.Equal(new(Now.AddMinutes(-15), null, FromInclusive: true, ToInclusive: true), plan.Wanted);
        Assert.Equal(RangeCoverage.Whole, plan.RangeCoverage);
    }

    [Fact]
    public void For_AnInstant_SendsItAlone()
    {
        var plan = FilterPlan.For(new() { Range = new() { Exactly = Now.AddHours(-1) } }, Now);

        Assert.Equal(new TimeBound(TimeComparison.Equal, Now.AddHours(-1)), plan.Filter.OccurredAt);
        Assert.Null(plan.LocalLower);
        Assert.True(plan.Wanted.Includes(Now.AddHours(-1)));
        Assert.False(plan.Wanted.Includes(Now.AddHours(-1).AddTicks(10)));
    }

    [Fact]
    public void For_TheDefault_IsOpenAndWithinReach()
    {
        var plan = FilterPlan.For(CallEventQuery.Default, Now);

        Assert.Equal(CallEventFilter.None, plan.Filter);
        Assert.Equal(new(null, null, FromInclusive: true, ToInclusive: true), plan.Wanted);
        Assert.Equal((Now.AddHours(-24), RangeCoverage.Whole, false), (plan.Horizon, plan.RangeCoverage, plan.ReachesBeyondHorizon));
    }

    [Theory]
    [InlineData(-30, null, RangeCoverage.Partial)]
    [InlineData(-30, -26, RangeCoverage.None)]
    [InlineData(null, -26, RangeCoverage.None)]
    [InlineData(null, -2, RangeCoverage.Whole)]
    [InlineData(-24, null, RangeCoverage.Whole)]
    public void For_ARange_SaysHowMuchTheServiceLists(int? from, int? to, RangeCoverage reach)
    {
        var range = new TimeRange
        {
            Lower = from is { } start ? new(TimeComparison.AtOrAfter, Now.AddHours(start)) : null,
            Upper = to is { } end ? new(TimeComparison.Before, Now.AddHours(end)) : null,
        };

        Assert.Equal(reach, FilterPlan.For(new() { Range = range }, Now).RangeCoverage);
        Assert.Equal(RangeCoverage.Whole, FilterPlan.For(new() { Range = range, LegId = "5b1d7c40-c8a2-11f1-9c10-02420aef93a0" }, Now).RangeCoverage);
    }

    [Fact]
    public void For_AnyQuery_WantsWhatBothItsBoundsInclude() => Gen.Select(Generate.Query, Generate.Instant).Sample((query, instant) =>
    {
        var plan = FilterPlan.For(query, Now);
        var at = query.Range.Lower?.At ?? query.Range.Exactly ?? instant;

        Assert.All([instant, at], candidate => Assert.Equal(
            (plan.Filter.OccurredAt?.Includes(candidate) ?? true) && (plan.LocalLower?.Includes(candidate) ?? true),
            plan.Wanted.Includes(candidate)));
    });
}
