using Bunit;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Filters;

public class FilterBarTests : FilterBarContext
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly CallEventQuery Narrow = new()
    {
        From = "+12025550142",
        Status = "completed",
        Range = new() { Lower = new(TimeComparison.AtOrAfter, Nine), Upper = new(TimeComparison.Before, Nine.AddMinutes(30)) },
        Order = EventOrder.Oldest,
    };

    [Fact]
    public void Badges_OfAQuery_NameEachFilterAndWhoAppliedIt()
    {
        var bar = RenderBar(Narrow, ("from", "api"), ("status", "unverified"), ("occurred_at.gte", "api"));

        Assert.Equal(
            [("from", "api"), ("status", "unverified"), ("occurred_at.gte", "api"), ("occurred_at.lt", "pending")],
            bar.FindAll("[data-testid=filter-badge]").Select(badge => (badge.GetAttribute("data-filter"), badge.GetAttribute("data-applied-by"))));
        Assert.Contains("can't confirm", bar.Find("[data-filter=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void QuickFilter_ChosenAndChosenAgain_IsSetAndTakenBack()
    {
        var bar = RenderBar(CallEventQuery.Default);
        Button(bar, "Refused commands").Click();

        Assert.Equal(CallEventQuery.Default with { Failed = true, Type = "command" }, Changes[^1].Query);
        Assert.Equal("true", Button(bar, "Refused commands").GetAttribute("aria-pressed"));
        Assert.Equal(["only", "failed"], bar.FindAll("[data-filter=failed] > :is(.filter-name, b)").Select(part => part.TextContent));

        Button(bar, "Refused commands").Click();
        Assert.Equal(CallEventQuery.Default, Changes[^1].Query);
    }

    [Fact]
    public void Badge_OfAFilterThatTelnyxDoesNotHave_SaysNothingOfTelnyx()
    {
        var badge = RenderBar(CallEventQuery.Default with { CallFailed = true }, ("call_failed", "dashboard")).Find("[data-filter=call_failed]");

        Assert.Contains("calls that failed", badge.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("did not apply", badge.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void Badges_OfTheDefault_AreNone() => Assert.Empty(RenderBar(CallEventQuery.Default).FindAll("[data-testid=filter-badge]"));

    [Theory]
    [InlineData("Remove filter From", "from")]
    [InlineData("Remove filter Status", "status")]
    [InlineData("Remove filter From time", "occurred_at.gte")]
    [InlineData("Remove filter To time", "occurred_at.lt")]
    public void Remove_ByOneClick_AsksForTheQueryWithoutThatFilter(string button, string filter)
    {
        var bar = RenderBar(Narrow);

        Button(bar, button).Click();

        var change = Assert.Single(Changes);
        Assert.False(change.Replace);
        Assert.Equal(ActiveFilter.From(Narrow, InstantFormat.Utc).Where(active => active.Parameter != filter).Select(active => active.Parameter), ActiveFilter.From(change.Query, InstantFormat.Utc).Select(active => active.Parameter));
        Assert.Equal(EventOrder.Oldest, change.Query.Order);
    }

    [Fact]
    public void Clear_KeepsOnlyTheOrder()
    {
        var bar = RenderBar(Narrow);

        Button(bar, "Clear").Click();

        Assert.Equal(new CallEventQuery { Order = EventOrder.Oldest }, Assert.Single(Changes).Query);
    }

    [Fact]
    public void Order_WhenSwitched_AsksForTheOtherOne()
    {
        var bar = RenderBar(CallEventQuery.Default);

        Button(bar, "Newest first").Click();
        Button(bar, "Oldest first").Click();

        Assert.Equal(new QueryChange(new() { Order = EventOrder.Oldest }, Replace: false), Assert.Single(Changes));
        Assert.Equal("true", Button(bar, "Oldest first").GetAttribute("aria-pressed"));
    }

    [Theory]
    [InlineData("Last 15 minutes", 15)]
    [InlineData("Last hour", 60)]
    [InlineData("Last 6 hours", 360)]
    [InlineData("Last 24 hours", 1440)]
    [InlineData("Any time in the last 24 hours", null)]
    public void Preset_WhenChosen_ReplacesTheRangeAndClosesTheMenu(string preset, int? minutes)
    {
        var bar = RenderBar(Narrow);
        bar.Find("button.time-range").Click();

        Button(bar, preset).Click();

        Assert.Equal(minutes is { } last ? new() { Last = TimeSpan.FromMinutes(last) } : TimeRange.Default, Assert.Single(Changes).Query.Range);
        Assert.Empty(bar.FindAll("[role=dialog]"));
    }

    [Fact]
    public void CustomRange_WhenTyped_IsReadInUtc()
    {
        var bar = RenderBar(CallEventQuery.Default);
        bar.Find("button.time-range").Click();

        Field(bar, "From time").Change("09:00");
        Field(bar, "To time").Change("-30m");
        bar.Find("[role=dialog] form").Submit();

        Assert.Equal(Narrow.Range, Assert.Single(Changes).Query.Range);
        Assert.Contains("Nov 23 09:00:00 – 09:30:00 UTC", bar.Find("button.time-range").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void CustomRange_WhenItCannotBeRead_StaysWithItsReason()
    {
        var bar = RenderBar(CallEventQuery.Default);
        bar.Find("button.time-range").Click();

        Field(bar, "From time").Change("soon");
        bar.Find("[role=dialog] form").Submit();

        Assert.Empty(Changes);
        Assert.Equal("soon", Field(bar, "From time").GetAttribute("value"));
        Assert.Contains("This is not a time.", ErrorBeside(bar, "From time"), StringComparison.Ordinal);
    }
}
