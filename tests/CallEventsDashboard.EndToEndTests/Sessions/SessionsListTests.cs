using System.Globalization;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

public sealed class SessionsListTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Sessions = "[data-testid=session-row]";

    // Events: of some forty sessions, and of some hundreds.
    private const int Few = 500;
    private const int Many = 5000;

    [Theory]
    [MemberData(nameof(Appearance.Looks), MemberType = typeof(Appearance))]
    public async Task Page_InEveryLook_IsAccessibleAndFits(int width, ColorScheme theme)
    {
        var visitor = await VisitorAsync(width, theme);
        await OpenAsync(visitor, await Sandbox.NewestRangeAsync(Few));
        await Expect(Row(visitor, 0)).ToHaveAttributeAsync("data-complete", "true");

        await Appearance.AssertFitsAsync(visitor, "/sessions");
        Assert.Equal(0, await visitor.Page.Locator(".bar").EvaluateAsync<int>("bar => bar.scrollWidth - bar.clientWidth"));
    }

    [Fact]
    public async Task Rows_AreTheSessionsOfTheService_EachWhole()
    {
        var visitor = await VisitorAsync();
        await OpenAsync(visitor, "name=call.hangup");
        await Expect(Row(visitor, 9)).ToHaveAttributeAsync("data-complete", "true");

        for (var index = 0; index < 10; index++)
        {
            var id = await Row(visitor, index).GetAttributeAsync("data-session-id");
            await Expect(Row(visitor, index)).ToHaveAttributeAsync("data-complete", "true");
            var (events, total) = await Sandbox.PageAsync($"filter[application_session_id]={id}", 1);
            await Expect(Row(visitor, index)).ToHaveAttributeAsync("data-event-count", total.ToString(CultureInfo.InvariantCulture));
            var legs = events.Select(row => row.LegId).Where(leg => leg.Length > 0).Distinct(StringComparer.Ordinal).Count();
            await Expect(Row(visitor, index)).ToHaveAttributeAsync("data-leg-count", legs.ToString(CultureInfo.InvariantCulture));
            Assert.Contains(events, row => row.Name == "call.hangup");
        }
    }

    [Fact]
    public async Task Scan_OfALargeAccount_StopsAtItsBudgetAndGoesOn()
    {
        var visitor = await VisitorAsync();
        await OpenAsync(visitor);
        var more = visitor.Page.GetByTestId("scan-continue");
        await Expect(more).ToBeVisibleAsync();
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "partial");
        await Expect(visitor.Coverage).ToContainTextAsync("events to spare your rate limit.");
        await Expect(Grid(visitor)).ToHaveAttributeAsync("aria-rowcount", "-1");
        var sessions = await visitor.TotalAsync();

        // The last one met is reached by scrolling, and stands where it stood when there are more.
        await Scroller(visitor).EvaluateAsync("scroller => { scroller.scrollTop = scroller.scrollHeight; }");
        await Expect(Row(visitor, sessions - 1)).ToBeVisibleAsync();
        var last = await Row(visitor, sessions - 1).GetAttributeAsync("data-session-id");
        await more.ClickAsync();
        await Expect(visitor.Coverage).Not.ToHaveAttributeAsync("data-total", sessions.ToString(CultureInfo.InvariantCulture));
        await Expect(Row(visitor, sessions - 1)).ToHaveAttributeAsync("data-session-id", last!);
    }

    [Fact]
    public async Task SmallRange_IsReadWhole()
    {
        var visitor = await VisitorAsync();
        await OpenAsync(visitor, await Sandbox.NewestRangeAsync(Few));

        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        var total = await visitor.TotalAsync();
        await Expect(Grid(visitor)).ToHaveAttributeAsync("aria-rowcount", total.ToString(CultureInfo.InvariantCulture));
        await Expect(visitor.Coverage).ToContainTextAsync($"{total.ToString("N0", CultureInfo.InvariantCulture)} session");
    }

    [Fact]
    public async Task Keyboard_MovesOpensAndTheViewSwitchKeepsTheQuery()
    {
        var visitor = await VisitorAsync();
        var few = await Sandbox.NewestRangeAsync(Few);
        await OpenAsync(visitor, $"type=webhook&{few}");
        // A row that is being completed is drawn again, and what is drawn again has lost the focus.
        foreach (var index in new[] { 0, 1, 2 })
            await Expect(Row(visitor, index)).ToHaveAttributeAsync("data-complete", "true");

        await Scroller(visitor).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Row(visitor, 0)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Row(visitor, 2)).ToBeFocusedAsync();

        var views = visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });
        await views.GetByRole(AriaRole.Link, new() { Name = "Events", Exact = true }).PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync($"/events?type=webhook&{few}");
        await visitor.WaitForRowsAsync();
        await views.GetByRole(AriaRole.Link, new() { Name = "Sessions", Exact = true }).PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync($"/sessions?type=webhook&{few}");

        await Expect(Row(visitor, 2)).ToHaveAttributeAsync("data-complete", "true");
        await Row(visitor, 2).FocusAsync();
        await Expect(Row(visitor, 2)).ToBeFocusedAsync();
        var opened = await Row(visitor, 2).GetAttributeAsync("data-session-id");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page).ToHaveURLAsync($"/sessions/{opened}?type=webhook&{few}");
    }

    [Fact]
    public async Task Scrolling_OverHundredsOfSessions_ShowsARowAtEachPlace()
    {
        var visitor = await VisitorAsync();
        await OpenAsync(visitor, await Sandbox.NewestRangeAsync(Many));
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");

        // How soon a row is drawn is the Benchmarks' to measure.
        for (var tenths = 1; tenths <= 10; tenths++)
        {
            await Scroller(visitor).EvaluateAsync("(scroller, share) => { scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight); }", tenths / 10.0);
            await visitor.Page.WaitForFunctionAsync(
                """
                () => {
                  const box = document.querySelector('[data-testid=session-scroller]').getBoundingClientRect();
                  return document.elementFromPoint(box.left + box.width / 3, box.top + box.height / 2)?.closest('[data-testid=session-row]');
                }
                """);
        }
    }

    [Fact]
    public async Task Requests_ThatCompleteSessions_AreAmongThoseOfTheList()
    {
        var visitor = await VisitorAsync();
        await OpenAsync(visitor, await Sandbox.NewestRangeAsync(Few));
        await Expect(Row(visitor, 0)).ToHaveAttributeAsync("data-complete", "true");
        var session = await Row(visitor, 0).GetAttributeAsync("data-session-id");

        await visitor.Coverage.GetByRole(AriaRole.Button, new() { Name = "request" }).ClickAsync();

        await Expect(visitor.Page.GetByTestId("request-row").Filter(new() { HasText = session! })).Not.ToHaveCountAsync(0);
    }

    private static ILocator Row(Visitor visitor, long index) => visitor.Page.Locator($"{Sessions}[data-index='{index}']");

    private static ILocator Grid(Visitor visitor) => visitor.Page.GetByRole(AriaRole.Grid, new() { Name = "Call sessions" });

    private static ILocator Scroller(Visitor visitor) => visitor.Page.GetByTestId("session-scroller");

    private static async Task OpenAsync(Visitor visitor, string query = "")
    {
        await visitor.GoToAsync($"/sessions{(query.Length > 0 ? "?" : "")}{query}");
        await Expect(visitor.Page.Locator(Sessions).First).ToBeVisibleAsync();
    }
}

[Collection(nameof(Trouble))]
public sealed class SessionsListTroubleTests(TroubleFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    public override async ValueTask DisposeAsync()
    {
        await Sandbox.SetFaultsAsync(new { fault = "none" });
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Newer_WhenReadAgain_LeavesTheRowsInViewWhereTheyStand()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/sessions");
        var scroller = visitor.Page.GetByTestId("session-scroller");
        // The list may still grow while the reader scrolls.
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('[data-testid=session-scroller]')?.scrollHeight > 4000");
        await scroller.EvaluateAsync("scroller => { scroller.scrollTop = 1013; }");
        var row = visitor.Page.Locator("[data-testid=session-row][data-index='28']");
        await Expect(row).ToHaveAttributeAsync("data-complete", "true");
        var session = await row.GetAttributeAsync("data-session-id");
        var before = await PlaceAsync(visitor, session!);

        await Sandbox.SetFaultsAsync(new { fault = "none", newRows = 40 });
        var newer = visitor.Page.GetByTestId("newer");
        await Expect(newer).ToBeVisibleAsync();
        await newer.ClickAsync();
        await Expect(newer).ToHaveCountAsync(0);

        var same = visitor.Page.Locator($"[data-testid=session-row][data-session-id='{session}']");
        await Expect(same).Not.ToHaveAttributeAsync("data-index", "28");
        try
        {
            // A row that is drawn again while it is measured has no place: it is measured where it is found.
            await visitor.Page.WaitForFunctionAsync($"([session, y]) => Math.abs(({Place})(session) - y) <= 1", new object[] { session!, before });
        }
        catch (TimeoutException)
        {
            Assert.Equal($"{before}", $"{await PlaceAsync(visitor, session!)}; {await scroller.EvaluateAsync<string>("grid => `at ${grid.scrollTop} of ${grid.scrollHeight}`")}; {await visitor.Coverage.InnerTextAsync()}");
        }
    }

    // Below the upper edge of the list, in pixels: a notice above it may come and go.
    private const string Place =
        """
        session => {
          const grid = document.querySelector('[data-testid=session-scroller]');
          const row = grid?.querySelector(`[data-session-id='${session}']`);
          return row ? row.getBoundingClientRect().y - grid.getBoundingClientRect().y : -1e9;
        }
        """;

    private static Task<double> PlaceAsync(Visitor visitor, string session) => visitor.Page.EvaluateAsync<double>(Place, session);

    [Fact]
    public async Task Late_AmongSessionsThatWereRead_AreOfferedAndTakenByReadingAgain()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/sessions?last=6h");
        // What comes while the list is still being read is read with it, and is not late.
        await Expect(visitor.Coverage).Not.ToHaveAttributeAsync("data-state", "reading");
        await Expect(visitor.Page.GetByTestId("session-row").First).ToHaveAttributeAsync("data-complete", "true");
        await Sandbox.SetFaultsAsync(new { fault = "none", lateRows = 3 });

        var late = visitor.Page.GetByTestId("late");
        await Expect(late).ToHaveAttributeAsync("data-count", "3");
        await late.ClickAsync();
        await visitor.Page.GetByTestId("late-panel").GetByRole(AriaRole.Button, new() { Name = "Refresh" }).ClickAsync();

        await Expect(late).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByTestId("session-row").First).ToHaveAttributeAsync("data-complete", "true");
    }

    [Fact]
    public async Task Service_ThatFails_IsAlertedAndRecovers()
    {
        await Sandbox.SetFaultsAsync(new { fault = "not-found" });
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/sessions?last=1h");
        await Expect(visitor.Alert).ToHaveAttributeAsync("data-error", "unavailable");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "failed");

        await Sandbox.SetFaultsAsync(new { fault = "none" });
        await visitor.Button("Try again").ClickAsync();
        await Expect(visitor.Page.GetByTestId("session-row").First).ToHaveAttributeAsync("data-complete", "true");
        await Expect(visitor.Alert).ToHaveCountAsync(0);
    }
}
