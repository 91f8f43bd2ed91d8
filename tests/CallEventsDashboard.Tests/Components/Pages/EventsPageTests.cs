using Bunit;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Pages;

public sealed class EventsPageTests : EventsContext
{
    [Fact]
    public void Page_WithoutKey_AlertsAndLeadsToTheKeys()
    {
        var page = Render<EventsPage>();

        Assert.Equal("keys", page.Find("[role=alert][data-error=no-key] a").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-testid=coverage]"));
        Assert.Equal(0, Api.RequestCount);
    }

    [Fact]
    public async Task Page_WithKey_ShowsTheRowsOfTheAccountNewestFirst()
    {
        var page = await OpenRowsAsync();

        var newest = Api.Events().Where(row => row.OccurredAt > Time.GetUtcNow().AddDays(-1)).Reverse().ToList();
        await page.WaitForAssertionAsync(() =>
        {
            var rows = page.FindAll("[data-testid=event-row]");
            Assert.Equal(newest.Take(20).Select(row => InstantText.Format(row.OccurredAt)), rows.Take(20).Select(row => row.GetAttribute("data-occurred-at")));
        });
        var grid = page.Find("[role=grid][aria-label='Call events']");
        Assert.Equal((newest.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), "event-scroller"), (grid.GetAttribute("aria-rowcount"), grid.GetAttribute("data-testid")));
        Assert.Equal(("complete", grid.GetAttribute("aria-rowcount")), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total")));
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_WithAPartThatCanNotBeUsed_NamesItAndRewritesTheAddress()
    {
        var page = await OpenAsync("events?type=webhook&nonsense=1&failed=perhaps");

        Assert.Equal("events?type=webhook", Address);
        await page.WaitForAssertionAsync(() => Assert.Equal(["failed", "nonsense"], page.FindAll("[data-testid=link-problem]").Select(problem => problem.GetAttribute("data-parameter")).Order()));
        Button(page, "Close this message").Click();
        Assert.Empty(page.FindAll("[data-testid=link-problem]"));
    }

    [Fact]
    public async Task Link_InTheSpellingOfTheApi_IsRewritten()
    {
        var page = await OpenAsync("events?filter%5Btype%5D=command&page%5Bsize%5D=3");

        Assert.Equal("events?type=command", Address);
        Assert.Empty(page.FindAll("[data-testid=link-problem]"));
    }

    [Fact]
    public async Task Badge_Removed_ChangesTheAddressAndTheList()
    {
        var page = await OpenRowsAsync("events?type=command");
        Assert.All(page.FindAll("[data-testid=event-row]"), row => Assert.Equal("command", row.GetAttribute("data-event-type")));
        Assert.Equal(("type", "api"), (page.Find("[data-testid=filter-badge]").GetAttribute("data-filter"), page.Find("[data-testid=filter-badge]").GetAttribute("data-applied-by")));

        await page.Find("[data-testid=filter-badge] button").ClickAsync(new());

        Assert.Equal("events", Address);
    }

    [Fact]
    public async Task Row_Opened_PutsTheEventIntoTheAddressAndShowsItsDetail()
    {
        var page = await OpenRowsAsync("events?type=webhook");
        var fingerprint = page.FindAll("[data-testid=event-row]")[3].GetAttribute("data-fingerprint")!;

        await page.FindAll("[data-testid=event-row]")[3].ClickAsync(new());
        Assert.Equal($"events?type=webhook&event={fingerprint}", Address);
        page.Render();
        await page.WaitForAssertionAsync(() => Assert.Equal(fingerprint, page.Find("[data-testid=event-detail]").GetAttribute("data-fingerprint")));

        await Button(page, "Close detail").ClickAsync(new());
        Assert.Equal("events?type=webhook", Address);
        page.Render();
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("[data-testid=event-detail]")));
    }

    [Fact]
    public async Task Link_WithAnEvent_FindsItAndShowsItsDetail()
    {
        var page = await OpenRowsAsync();
        var fingerprint = page.FindAll("[data-testid=event-row]")[150].GetAttribute("data-fingerprint")!;
        Navigation.NavigateTo($"events?event={fingerprint}");

        var link = Render<EventsPage>();
        await link.WaitForAssertionAsync(() => Assert.Equal(fingerprint, link.Find("[data-testid=event-detail]").GetAttribute("data-fingerprint")));
    }

    [Fact]
    public async Task Link_WithAnEventThatIsGone_SaysSo()
    {
        var page = await OpenAsync("events?event=1763800000000000-00000000000000aa");

        await page.WaitForAssertionAsync(() => Assert.Contains("not in this list", page.Find("aside[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Fault.Unauthorized, "unauthorized")]
    [InlineData(Fault.Forbidden, "forbidden")]
    [InlineData(Fault.InvalidFilter, "invalid-filter")]
    [InlineData(Fault.NotFound, "unavailable")]
    [InlineData(Fault.Redirect, "unavailable")]
    [InlineData(Fault.Html, "unreadable")]
    [InlineData(Fault.WrongShape, "unreadable")]
    public async Task Failure_OfTheFirstAnswer_IsAlertedAndTryAgainRecovers(Fault fault, string name)
    {
        Api.Faults = new SandboxFaults { Fault = fault };
        var page = await OpenAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal(name, page.Find("[role=alert]").GetAttribute("data-error")));
        Assert.Equal(("failed", ""), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total") ?? ""));

        Api.Faults = SandboxFaults.None;
        await Button(page, "Try again").ClickAsync(new());
        await ShowRowsAsync(page);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Attempt_ThatFailed_IsToldWhileTheNextOneIsAwaited()
    {
        Api.Faults = new SandboxFaults { Fault = Fault.ServerError };
        var page = await OpenAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("Trying again, 2 of 3", Coverage(page).TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(page.FindAll("[role=alert]"));

        Api.Faults = SandboxFaults.None;
        Time.Advance(TimeSpan.FromSeconds(5));
        await ShowRowsAsync(page);
    }

    [Fact]
    public async Task RateLimit_IsAlertedWithItsWaitAndClearsItself()
    {
        Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, RetryAfter = "7" };
        var page = await OpenAsync();
        await page.WaitForAssertionAsync(() => Assert.Contains("7 s", page.Find("[role=alert][data-error=rate-limited]").TextContent, StringComparison.Ordinal));

        Api.Faults = SandboxFaults.None;
        Time.Advance(TimeSpan.FromSeconds(8));
        await ShowRowsAsync(page);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Range_BeyondTheHorizon_IsOutOfReachWithoutARequest()
    {
        var page = await OpenAsync("events?occurred_at.lt=2026-11-20T00:00:00Z");

        await page.WaitForAssertionAsync(() => Assert.Equal(("unreachable", "0"), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total"))));
        Assert.Contains("older than 24 hours", page.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(0, Api.RequestCount);
        await Button(page, "Show the last 24 hours").ClickAsync(new());
        Assert.Equal("events", Address);
    }

    [Fact]
    public async Task Filter_ThatNothingMatches_SaysSoAndOffersToRemoveIt()
    {
        var page = await OpenAsync("events?name=call.nothing");

        await page.WaitForAssertionAsync(() => Assert.Contains("No event matches", page.Find(".notice").TextContent, StringComparison.Ordinal));
        await Button(page, "Remove all filters").ClickAsync(new());
        Assert.Equal("events", Address);
    }

    [Fact]
    public async Task Account_WithoutEvents_SaysSo()
    {
        Account = new SandboxOptions { Events = 1 };
        Api.ExpireRows(10);
        var page = await OpenAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("No call events in the last 24 hours", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal(("complete", "0"), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total")));
    }

    [Fact]
    public async Task Order_InTheLink_ShowsTheOldestFirst()
    {
        var page = await OpenRowsAsync("events?order=oldest");

        var oldest = Api.Events().First(row => row.OccurredAt > Time.GetUtcNow() - CallEventFilter.Horizon);
        await page.WaitForAssertionAsync(() => Assert.Equal(InstantText.Format(oldest.OccurredAt), page.Find("[data-testid=event-row][data-index='0']").GetAttribute("data-occurred-at")));
    }
}
