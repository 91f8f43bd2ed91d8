using CallEventsDashboard.Feeds;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Lists;

public class FirstHalfRangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly FeedStatus Day = new() { Coverage = Coverage.Complete, Horizon = Now.AddDays(-1), AsOf = Now };

    [Fact]
    public void Of_NewestFirst_IsTheNewerHalfAndStaysOpenAtItsEnd() =>
        Assert.Equal(new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, Now.AddHours(-12)) }, FirstHalfRange.Create(CallEventQuery.Default, Day));

    [Fact]
    public void Of_OldestFirst_IsTheOlderHalf() => Assert.Equal(
        new TimeRange { Upper = new TimeBound(TimeComparison.Before, Now.AddHours(-12)) }, FirstHalfRange.Create(CallEventQuery.Default with { Order = EventOrder.Oldest }, Day));

    [Fact]
    public void Of_ARangeWithBothEnds_KeepsTheOther()
    {
        var upper = new TimeBound(TimeComparison.Before, Now.AddHours(-2));
        var query = CallEventQuery.Default with { Range = new TimeRange { Lower = new TimeBound(TimeComparison.After, Now.AddHours(-4)), Upper = upper } };

        Assert.Equal(new TimeRange { Lower = new TimeBound(TimeComparison.AtOrAfter, Now.AddHours(-3)), Upper = upper }, FirstHalfRange.Create(query, Day with { From = Now.AddHours(-4), To = Now.AddHours(-2) }));
    }

    [Fact]
    public void Of_AnInstant_IsNothing() => Assert.Null(FirstHalfRange.Create(CallEventQuery.Default, Day with { From = Now, To = Now }));
}
