using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Lists;

public class SharedLinkTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly TimeBound UntilAsOf = new(TimeComparison.AtOrBefore, AsOf);

    [Fact]
    public void Of_DefaultRange_EndsAtTheInstantOfTheList() =>
        Assert.Equal(new TimeRange { Upper = UntilAsOf }, Shared(TimeRange.Default).Range);

    [Fact]
    public void Of_Last_BecomesAbsolute()
    {
        var range = Shared(new TimeRange { Last = TimeSpan.FromMinutes(15) }).Range;

        Assert.Equal(new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, AsOf.AddMinutes(-15)), Upper = UntilAsOf }, range);
    }

    [Fact]
    public void Of_LowerBound_KeepsItAndEndsAtTheInstantOfTheList()
    {
        var lower = new TimeBound(TimeComparison.After, AsOf.AddHours(-2));

        Assert.Equal(new TimeRange { Lower = lower, Upper = UntilAsOf }, Shared(new TimeRange { Lower = lower }).Range);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public void Of_UpperBound_KeepsItUnlessItLiesAhead(int minutes, bool isReplaced)
    {
        var upper = new TimeBound(TimeComparison.Before, AsOf.AddMinutes(minutes));

        Assert.Equal(isReplaced ? UntilAsOf : upper, Shared(new TimeRange { Upper = upper }).Range.Upper);
    }

    [Fact]
    public void Of_OneInstant_IsLeftAlone()
    {
        var range = new TimeRange { Exactly = AsOf.AddHours(-1) };

        Assert.Equal(range, Shared(range).Range);
    }

    [Fact]
    public void Of_AnyQuery_KeepsFiltersAndSelectionAndNamesTheKey()
    {
        var query = CallEventQuery.Default with { Name = "call.hangup", Event = "1-00000000000000aa", Order = EventOrder.Oldest };
        var shared = SharedLink.Create(query, Status(query), "Production");

        Assert.Equal(query with { Key = "Production", Range = new TimeRange { Upper = UntilAsOf } }, shared);
    }

    [Fact]
    public void Of_InstantFinerThanAMicrosecond_IsCutToIt()
    {
        var shared = SharedLink.Create(CallEventQuery.Default, new FeedStatus { Coverage = Coverage.Complete, AsOf = AsOf.AddTicks(7) }, null);

        Assert.Equal(UntilAsOf, shared.Range.Upper);
    }

    [Fact]
    public void Of_NothingReadYet_OnlyNamesTheKey() =>
        Assert.Equal(CallEventQuery.Default with { Key = "k" }, SharedLink.Create(CallEventQuery.Default, new FeedStatus { Coverage = Coverage.Reading }, "k"));

    private static CallEventQuery Shared(TimeRange range)
    {
        var query = CallEventQuery.Default with { Range = range };
        return SharedLink.Create(query, Status(query), null);
    }

    private static FeedStatus Status(CallEventQuery query)
    {
        var plan = FilterPlan.For(query, AsOf);
        return new FeedStatus { Coverage = Coverage.Complete, AsOf = AsOf, From = plan.Wanted.From, To = plan.Wanted.To };
    }
}
