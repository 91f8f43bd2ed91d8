using System.Globalization;
using Bunit;
using CallEventsDashboard.Feeds;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

public sealed class CoverageLineTests : DashboardContext
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Coverage.Reading, "reading", null)]
    [InlineData(Coverage.Complete, "complete", 1234)]
    [InlineData(Coverage.Partial, "partial", 1234)]
    [InlineData(Coverage.Unreachable, "unreachable", 0)]
    [InlineData(Coverage.Failed, "failed", null)]
    public void Line_EachState_CarriesItsPublicAttributes(Coverage coverage, string state, int? total)
    {
        var line = Line(new FeedStatus { Coverage = coverage, Total = total }).Find("[data-testid=coverage]");

        Assert.Equal(state, line.GetAttribute("data-state"));
        Assert.Equal(total?.ToString(CultureInfo.InvariantCulture) ?? "", line.GetAttribute("data-total") ?? "");
        Assert.Contains(state, line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_OfACompleteList_SaysCountRangeAndInstant()
    {
        var line = Line(new FeedStatus { Coverage = Coverage.Complete, Total = 1234, RowCount = 1234, AsOf = Now, Horizon = Now.AddDays(-1), Requests = 1 });

        Assert.All(["1,234 events", "Nov 22 10:00:00 – Nov 23 10:00:00 UTC", "as of 10:00:00 UTC", "1 request"], text => Assert.Contains(text, line.Markup, StringComparison.Ordinal));
        Assert.Empty(line.FindAll("[data-testid=scan-continue], [data-testid=late], [data-testid=newer]"));
    }

    [Fact]
    public void Line_OfAScanThatStopped_OffersToContinue()
    {
        var continued = 0;
        var status = new FeedStatus { Coverage = Coverage.Partial, Total = 3, RowCount = 3, Scan = new ScanProgress(10_000, 25_000, IsStopped: true, IsDone: false) };
        var line = Render<CoverageLine>(parameters => parameters.Add(it => it.Status, status).Add(it => it.OnContinue, () => continued++));
        line.Find("[data-testid=scan-continue]").Click();

        Assert.Equal(1, continued);
        Assert.Contains("10,000 of 25,000 events", line.Markup, StringComparison.Ordinal);
        Assert.Contains("3 matches so far", line.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_WhileAnAttemptIsAwaited_SaysWhichOne()
    {
        var reason = new TelnyxException(TelnyxError.Unavailable, "Telnyx could not be reached.");
        var line = Line(new FeedStatus { Coverage = Coverage.Reading, Retrying = new RequestAttempt(2, 3, TimeSpan.FromSeconds(1), reason) });

        Assert.Contains("Trying again, 2 of 3.", line.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_WithRowsThatExpiredUnread_CountsThem() =>
        Assert.Contains("12 expired before they were read", Line(new FeedStatus { Coverage = Coverage.Partial, Total = 20, Expired = 12 }).Markup, StringComparison.Ordinal);

    [Fact]
    public void Line_WithLateAndNewerEvents_CountsBoth()
    {
        var line = Line(new FeedStatus { Coverage = Coverage.Complete, Total = 20, Late = 3, Newer = 12 });

        Assert.Equal("3", line.Find("[data-testid=late]").GetAttribute("data-count"));
        Assert.Equal("12", line.Find("[data-testid=newer]").GetAttribute("data-count"));
    }

    private IRenderedComponent<CoverageLine> Line(FeedStatus status) => Render<CoverageLine>(parameters => parameters.Add(it => it.Status, status));
}
