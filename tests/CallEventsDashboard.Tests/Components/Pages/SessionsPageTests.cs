using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;
using System.Globalization;

namespace CallEventsDashboard.Components.Pages;

public sealed class SessionsPageTests : EventsContext
{
    [Fact]
    public void Page_WithoutKey_AlertsAndLeadsToTheKeys()
    {
        var page = Render<SessionsPage>();

        Assert.Equal("keys", page.Find("[role=alert][data-error=no-key] a").GetAttribute("href"));
        Assert.Equal(0, Api.RequestCount);
    }

    [Fact]
    public async Task Page_WithKey_ShowsEverySessionOnceAndCountsWhatHasNone()
    {
        var page = await OpenSessionsAsync();
        var there = Api.Events().Where(row => row.OccurredAt > Time.GetUtcNow() - CallEventFilter.Horizon).ToList();
        var sessions = there.Select(row => row.SessionId).OfType<Guid>().Distinct().Count();

        await page.WaitForAssertionAsync(() => Assert.Equal(("complete", Text(sessions)), (CoverageOf(page).GetAttribute("data-state"), CoverageOf(page).GetAttribute("data-total"))));
        var grid = page.Find("[role=grid][aria-label='Call sessions']");
        Assert.Equal((Text(sessions), "session-scroller"), (grid.GetAttribute("aria-rowcount"), grid.GetAttribute("data-testid")));
        Assert.Equal(sessions, Rows(page).Select(row => row.GetAttribute("data-session-id")).Distinct().Count());
        Assert.Equal(Text(there.Count(row => row.SessionId is null)), page.Find("[data-testid=sessionless]").GetAttribute("data-count"));
        Assert.Equal("events", page.Find("[data-testid=sessionless] a").GetAttribute("href"));
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_InView_IsCompletedBySessionAndNotByFilter()
    {
        var page = await OpenSessionsAsync("sessions?name=call.hangup");

        await page.WaitForAssertionAsync(() => Assert.All(Rows(page), row => Assert.Equal("true", row.GetAttribute("data-complete"))));
        var truth = Api.Events().Where(row => row.SessionId is not null).ToLookup(row => row.SessionId.ToString());
        Assert.All(Rows(page), row =>
        {
            var session = truth[row.GetAttribute("data-session-id")].ToList();
            Assert.Equal(Text(session.Count), row.GetAttribute("data-event-count"));
            Assert.Equal(Text(session.Select(it => it.LegId).OfType<Guid>().Distinct().Count()), row.GetAttribute("data-leg-count"));
            Assert.Contains($"{session.Count(it => it.Name == "call.hangup")} of {session.Count}", row.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Numbers_WhileMasked_AreInNoRow()
    {
        var page = await OpenSessionsAsync();
        var number = Api.Events().Last(row => row is { SessionId: not null, From: ['+', ..] }).From!;
        Assert.Contains(Rows(page), row => row.TextContent.Contains(PhoneText.International(number), StringComparison.Ordinal));

        await page.InvokeAsync(() => Services.GetRequiredService<PrivacyMode>().Set(true));

        await page.WaitForAssertionAsync(() => Assert.All(Rows(page), row => Assert.DoesNotContain("+", row.TextContent, StringComparison.Ordinal)));
        Assert.DoesNotContain(PhoneText.International(number), page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_Opened_LeadsToTheSessionWithTheQueryKept()
    {
        var page = await OpenSessionsAsync("sessions?type=webhook&order=oldest");
        var row = Rows(page)[3];
        var expected = $"sessions/{row.GetAttribute("data-session-id")}?type=webhook&order=oldest";
        Assert.Equal(expected, row.QuerySelector("a")!.GetAttribute("href"));

        await row.ClickAsync(new());

        Assert.Equal(expected, Address);
    }

    [Fact]
    public async Task Badge_Removed_ChangesTheAddressOfThisView()
    {
        var page = await OpenSessionsAsync("sessions?type=command");
        await page.WaitForAssertionAsync(() => Assert.Equal("api", page.Find("[data-testid=filter-badge]").GetAttribute("data-applied-by")));

        await page.Find("[data-testid=filter-badge] button").ClickAsync(new());

        Assert.Equal("sessions", Address);
    }

    [Fact]
    public async Task Link_WithAPartThatCanNotBeUsed_NamesItAndRewritesTheAddress()
    {
        var page = await OpenPageAsync("sessions?nonsense=1&filter%5Btype%5D=webhook");

        Assert.Equal("sessions?type=webhook", Address);
        await page.WaitForAssertionAsync(() => Assert.Equal("nonsense", Assert.Single(page.FindAll("[data-testid=link-problem]")).GetAttribute("data-parameter")));
    }

    [Fact]
    public async Task Scan_AtItsBudget_IsPartialUntilItIsContinued()
    {
        Account = new SandboxOptions { Events = 700 };
        Services.Configure<FeedOptions>(options => options.ScanPages = 1);
        var page = await OpenSessionsAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal("partial", CoverageOf(page).GetAttribute("data-state")));
        Assert.Equal("-1", page.Find("[role=grid]").GetAttribute("aria-rowcount"));
        Assert.Equal(page.Find("[role=grid]").GetAttribute("data-rows"), CoverageOf(page).GetAttribute("data-total"));
        Assert.Contains("Paused after 250 of 700 events to spare your rate limit.", CoverageOf(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("by start, newest first", CoverageOf(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("that began earlier", page.Find("[data-testid=earlier-sessions]").TextContent, StringComparison.Ordinal);
        for (var budget = 0; budget < 2; budget++)
        {
            await page.WaitForElementAsync("[data-testid=scan-continue]");
            await page.Find("[data-testid=scan-continue]").ClickAsync(new());
            await page.WaitForStateAsync(() => CoverageOf(page).GetAttribute("data-state") != "reading");
        }

        await page.WaitForAssertionAsync(() => Assert.Equal("complete", CoverageOf(page).GetAttribute("data-state")));
        Assert.Contains("All 700 events loaded.", CoverageOf(page).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=earlier-sessions]"));
    }

    [Fact]
    public async Task Scale_OfTheTimelines_IsChosenForAllRows()
    {
        var page = await OpenSessionsAsync();
        await page.WaitForAssertionAsync(() => Assert.All(Rows(page), row => Assert.Equal("true", row.GetAttribute("data-complete"))));
        await page.Find("[data-testid=bar-scale]").ChangeAsync(new() { Value = "Longest" });
        Assert.Empty(page.FindAll(".mini[data-cut]"));

        await page.Find("[data-testid=bar-scale]").ChangeAsync(new() { Value = "TenSeconds" });

        Assert.Equal("10", page.Find("[data-testid=bar-scale]").GetAttribute("data-seconds"));
        Assert.NotEmpty(page.FindAll(".mini[data-cut]"));
        Assert.Contains(JSInterop.Invocations["browserStorage.write"], call => "TenSeconds".Equals(call.Arguments[1]));
    }

    [Theory]
    [InlineData(Fault.Unauthorized, "unauthorized")]
    [InlineData(Fault.NotFound, "unavailable")]
    [InlineData(Fault.Html, "unreadable")]
    public async Task Failure_OfTheFirstAnswer_IsAlertedAndTryAgainRecovers(Fault fault, string name)
    {
        Api.Faults = new SandboxFaults { Fault = fault };
        var page = await OpenPageAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal(name, page.Find("[role=alert]").GetAttribute("data-error")));
        Assert.Equal(("failed", ""), (CoverageOf(page).GetAttribute("data-state"), CoverageOf(page).GetAttribute("data-total") ?? ""));

        Api.Faults = SandboxFaults.None;
        await Button(page, "Try again").ClickAsync(new());
        await ShowSessionsAsync(page);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Session_ThatCanNotBeCompleted_SaysSo()
    {
        Account = new SandboxOptions { Events = 4000, IgnoredFilters = new HashSet<string>(StringComparer.Ordinal) { FilterNames.ApplicationSessionId } };
        Services.Configure<FeedOptions>(options => options.ScanPages = 1);
        var page = await OpenSessionsAsync();

        await page.WaitForAssertionAsync(() => Assert.Contains("Not complete: Telnyx did not filter by its id", Rows(page)[0].TextContent, StringComparison.Ordinal));
        Assert.Equal("false", Rows(page)[0].GetAttribute("data-complete"));
    }

    [Fact]
    public async Task Range_BeyondTheHorizon_IsOutOfReach()
    {
        var page = await OpenPageAsync("sessions?occurred_at.lt=2026-11-20T00:00:00Z");

        await page.WaitForAssertionAsync(() => Assert.Equal("unreachable", CoverageOf(page).GetAttribute("data-state")));
        await Button(page, "Show the last 24 hours").ClickAsync(new());
        Assert.Equal("sessions", Address);
    }

    [Fact]
    public async Task Filter_ThatNothingMatches_SaysSo()
    {
        var page = await OpenPageAsync("sessions?name=call.nothing");

        await page.WaitForAssertionAsync(() => Assert.Contains("No event matches", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal(("complete", "0"), (CoverageOf(page).GetAttribute("data-state"), CoverageOf(page).GetAttribute("data-total")));
    }

    [Fact]
    public async Task Faxes_WithoutAnySession_AreNotTakenForNothing()
    {
        Account = new SandboxOptions { Events = 3000 };
        var fax = Api.Events().First(row => row.SessionId is null && row.OccurredAt > Time.GetUtcNow() - CallEventFilter.Horizon).Name;
        var page = await OpenPageAsync($"sessions?name={fax}");

        await page.WaitForAssertionAsync(() => Assert.Contains("No session among these events", page.Find(".notice").TextContent, StringComparison.Ordinal));
        Assert.Equal($"events?name={fax}", page.Find("[data-testid=sessionless] a").GetAttribute("href"));
    }

    [Fact]
    public async Task NewerEvents_ReadAgain_AreInTheList()
    {
        Account = new SandboxOptions { Events = 400, LiveRate = 1 };
        var page = await OpenSessionsAsync();
        await page.WaitForStateAsync(() => CoverageOf(page).GetAttribute("data-state") == "complete");
        var asOf = AsOf(page);
        for (var wait = 0; wait < 60 && page.FindAll("[data-testid=newer]").Count == 0; wait++)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await page.WaitForElementAsync("[data-testid=newer]");
        await page.Find("[data-testid=newer]").ClickAsync(new());

        await page.WaitForStateAsync(() => AsOf(page) > asOf && CoverageOf(page).GetAttribute("data-state") == "complete");
        // The row that was held is let go of with the step that draws the new list, and not before.
        Assert.Equal(page.Find("[role=grid]").GetAttribute("data-list"), Assert.Single(JSInterop.Invocations["release"]).Arguments[1]?.ToString());
        var there = Api.Events().Where(row => row.SessionId is not null && row.OccurredAt.UtcTicks <= AsOf(page)).GroupBy(row => row.SessionId);
        Assert.Equal(there.MaxBy(session => session.Min(row => row.OccurredAt))!.Key.ToString(), Rows(page)[0].GetAttribute("data-session-id"));
    }

    [Fact]
    public async Task LateEvents_OfAListThatWasReadToItsEnd_AreOfferedAndTakenByReadingAgain()
    {
        var page = await OpenSessionsAsync();
        await page.WaitForStateAsync(() => CoverageOf(page).GetAttribute("data-state") == "complete");
        var late = Api.AddLateRows(3);
        for (var wait = 0; wait < 60 && page.FindAll("[data-testid=late]").Count == 0; wait++)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await page.WaitForElementAsync("[data-testid=late]");
        Assert.Equal("3", page.Find("[data-testid=late]").GetAttribute("data-count"));
        Assert.Empty(page.FindAll("[data-testid=newer]"));
        await page.Find("[data-testid=late]").ClickAsync(new());
        await Button(page, "Refresh").ClickAsync(new());

        await page.WaitForStateAsync(() => page.FindAll("[data-testid=late]").Count == 0 && CoverageOf(page).GetAttribute("data-state") == "complete");
        var sessions = late.Select(row => row.SessionId?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(sessions);
        Assert.Subset(Rows(page).Select(row => row.GetAttribute("data-session-id")).ToHashSet(), sessions.ToHashSet<string?>());
    }

    private async Task<IRenderedComponent<SessionsPage>> OpenPageAsync(string link = "sessions")
    {
        await StoreKeyAsync();
        Navigation.NavigateTo(link);
        return Render<SessionsPage>();
    }

    /// <summary>Opens a link and waits for its rows, on a screen that shows them all.</summary>
    private async Task<IRenderedComponent<SessionsPage>> OpenSessionsAsync(string link = "sessions")
    {
        var page = await OpenPageAsync(link);
        await ShowSessionsAsync(page);
        return page;
    }

    private static async Task ShowSessionsAsync(IRenderedComponent<SessionsPage> page)
    {
        await page.WaitForStateAsync(() => page.HasComponent<SessionGrid>());
        await page.InvokeAsync(() => page.FindComponent<SessionGrid>().Instance.SetRowsAsync(40, int.MaxValue));
        await page.WaitForStateAsync(() => Rows(page).Count > 0);
    }

    private static IElement CoverageOf(IRenderedComponent<SessionsPage> page) => page.Find("[data-testid=coverage]");

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<SessionsPage> page) => page.FindAll("[data-testid=session-row]");

    private static long AsOf(IRenderedComponent<SessionsPage> page) => long.Parse(page.Find("[role=grid]").GetAttribute("data-as-of")!, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
