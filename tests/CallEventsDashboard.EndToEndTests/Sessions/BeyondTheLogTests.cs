using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

/// <summary>What the same key can read beside the log, on the published app and the Sandbox program: at the price that the buttons say, or not permitted.</summary>
public sealed partial class BeyondTheLogTests(BesideFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<BesideFixture>
{
    public override async ValueTask DisposeAsync()
    {
        await Sandbox.SetFaultsAsync(new { });
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Session_AskedForAllOfIt_CostsWhatItsButtonsSay()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        await OpenThreeFailedAsync(visitor);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Telnyx (1 request) what the carrier saw" }).ClickAsync();
        await Expect(page.GetByTestId("carrier")).ToHaveAttributeAsync("data-state", "answered");
        await Expect(page.Locator("[data-testid=carrier-record][data-product=sip-trunking]").First).ToContainTextAsync("hung");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Telnyx (3 requests) what the endpoint answered" }).ClickAsync();
        await Expect(page.GetByTestId("failed-deliveries")).ToHaveAttributeAsync("data-state", "answered");
        await Expect(page.GetByTestId("delivery-attempt")).ToHaveCountAsync(6);
        // The errors of an attempt are objects here, and the carrier's record ends the call otherwise than the log.
        await Expect(page.GetByTestId("failed-deliveries")).ToContainTextAsync(DeliveryError());
        await Expect(page.GetByTestId("carrier-differs").First).ToContainTextAsync("The log says otherwise");
        await page.GetByTestId("recordings").GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByTestId("transcripts").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("transcript")).ToHaveTextAsync("I would like to change my appointment.");

        await page.Locator("button.requests").ClickAsync();
        await Expect(Asked(page, SessionPath())).ToHaveCountAsync(1);
        await Expect(Asked(page, DeliveryPath())).ToHaveCountAsync(3);
        await Expect(Asked(page, LogPath())).ToHaveCountAsync(1);
        await Expect(page.Locator("body")).Not.ToContainTextAsync("not-a-secret");
    }

    [Fact]
    public async Task SessionWithThreeFailedWebhooks_CostsOneRequestForTheLogOneForTheCarrierAndThreeForDeliveries_WithTheTrapsThatWithhold()
    {
        await Sandbox.SetFaultsAsync(new { traps = new[] { "unanalysed", "lost-deliveries", "no-balance", "applications-apart", "error-objects", "short-pages", "no-totals" } });
        var visitor = await VisitorAsync(key: "KEY0123456789ABCDEF0123456789ABCDEF_endToEndTraps0001");
        var page = visitor.Page;
        await OpenThreeFailedAsync(visitor);

        await page.GetByTestId("carrier").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("carrier")).ToContainTextAsync("Not yet: Telnyx is still putting the records of this session together (HTTP 409)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Telnyx (3 requests) what the endpoint answered" }).ClickAsync();
        await Expect(page.GetByTestId("no-deliveries")).ToHaveCountAsync(3);

        await page.Locator("button.requests").ClickAsync();
        await Expect(Asked(page, LogPath())).ToHaveCountAsync(1);
        await Expect(Asked(page, SessionPath())).ToHaveCountAsync(1);
        await Expect(Asked(page, DeliveryPath())).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("connection-name").First).ToHaveTextAsync("Main IVR");
        await visitor.GoToAsync("/events?from=%2B13035550100");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look in the call detail records (1 request)" }).ClickAsync();
        await Expect(page.GetByTestId("detail-search")).ToContainTextAsync("there may be more than the 2 that were read");
        await visitor.GoToAsync("/keys");
        await visitor.Button("Test Production").ClickAsync();
        await Expect(page.GetByTestId("key-owner")).ToContainTextAsync("balance not permitted with this key");
        await Expect(visitor.Alert).ToHaveCountAsync(0);
    }

    /// <summary>The rest of the traps: those by which answers are there, and are of another form, of other calls, or contradict the log.</summary>
    [Fact]
    public async Task SessionWithThreeFailedWebhooks_CostsAsMany_WhereAnswersAreOddOrOfOtherCalls()
    {
        await Sandbox.SetFaultsAsync(new { traps = new[] { "odd-analysis", "mixed-connections", "ignored-filters", "differing-records", "unlogged-leg" } });
        var visitor = await VisitorAsync(key: "KEY0123456789ABCDEF0123456789ABCDEF_endToEndTraps0002");
        var page = visitor.Page;
        await OpenThreeFailedAsync(visitor);

        await page.GetByTestId("carrier").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("carrier")).ToHaveAttributeAsync("data-state", "answered");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Telnyx (3 requests) what the endpoint answered" }).ClickAsync();
        await Expect(page.GetByTestId("no-deliveries")).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("no-deliveries").First).ToContainTextAsync("None of the rows that Telnyx's log of deliveries sent is of this event");
        await page.GetByTestId("recordings").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.GetByTestId("recordings")).ToContainTextAsync("left out: 1 that do not name this session");

        await page.Locator("button.requests").ClickAsync();
        await Expect(Asked(page, LogPath())).ToHaveCountAsync(1);
        await Expect(Asked(page, SessionPath())).ToHaveCountAsync(1);
        await Expect(Asked(page, DeliveryPath())).ToHaveCountAsync(3);
        await Expect(visitor.Alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Key_ThatMayReadTheLogAlone_SeesThePagesAsBeforeAndCalmWords()
    {
        var visitor = await VisitorAsync(key: "KEY_LOG_ONLY_0123456789ABCDEF0123456789_endToEnd0001");
        var page = visitor.Page;
        await OpenAsync(visitor, "filter[name]=ai_assistant_start");
        await Expect(page.GetByTestId("outcome")).ToBeVisibleAsync();
        foreach (var panel in new[] { "carrier", "recordings", "conversation" })
        {
            await page.GetByTestId(panel).GetByRole(AriaRole.Button).ClickAsync();
            await Expect(page.GetByTestId(panel)).ToContainTextAsync(NotPermitted());
            await Expect(page.GetByTestId(panel).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        }

        await page.GetByTestId("event-row").First.ClickAsync();
        await Expect(page.GetByTestId("connection")).ToContainTextAsync("IDs instead of names");
        await OpenAsync(visitor);
        await page.GetByTestId("failed-deliveries").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.GetByTestId("failed-deliveries")).ToContainTextAsync(NotPermitted());
        await visitor.GoToAsync("/sessions");
        await page.GetByTestId("open-calls").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.GetByTestId("open-calls")).ToContainTextAsync(NotPermitted());
        await Expect(page.GetByTestId("session-row").First).ToBeVisibleAsync();
        await visitor.GoToAsync("/keys");
        await visitor.Button("Test Production").ClickAsync();
        await Expect(page.GetByTestId("key-owner")).ToContainTextAsync("which says nothing of the key · balance not permitted with this key");
        await Expect(visitor.Alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Names_AreChosenInTheForm_AndStandOnTheBadgeAndInTheDetail()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        await visitor.GoToAsync("/events");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        await visitor.Button("+ Filter").ClickAsync();
        await visitor.Field("Outbound voice profile ID").PressSequentiallyAsync("defau");
        await page.Locator("[data-testid=name-choice][data-id='1763012456789012340']").ClickAsync();
        await visitor.Field("Connection ID").PressSequentiallyAsync("ivr");
        await page.Locator("[data-testid=name-choice][data-id='2811212257810187875']").ClickAsync();
        await visitor.Button("Apply").ClickAsync();

        await Expect(visitor.Badge("connection_id").GetByTestId("connection-name")).ToHaveTextAsync("Main IVR");
        await Expect(visitor.Badge("outbound_voice_profile_id").GetByTestId("profile-name")).ToHaveTextAsync("Default outbound");
        await visitor.Rows.First.ClickAsync();
        await Expect(page.GetByTestId("connection")).ToContainTextAsync("within 30 s");
    }

    [Fact]
    public async Task AssistantCall_AskedForAllOfIt_HasItsTurnsAndLanesCompletedByTheRecord()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        await OpenAsync(visitor, "filter[name]=ai_assistant_start");

        foreach (var panel in new[] { "carrier", "recordings", "conversation" })
        {
            await page.GetByTestId(panel).GetByRole(AriaRole.Button).First.ClickAsync();
            await Expect(page.GetByTestId(panel)).ToHaveAttributeAsync("data-state", "answered");
        }

        await Expect(page.Locator("[data-testid=carrier-record][data-product=inference]")).ToHaveAttributeAsync("data-depth", "2");
        await Expect(page.GetByTestId("latency").First).ToContainTextAsync("model");
        // The browser has placed what the server wrote, on the lane and below it.
        var (lane, bar) = (await page.GetByTestId("leg-lane").BoundingBoxAsync(), await page.GetByTestId("leg-lane").GetByTestId("recorded").BoundingBoxAsync());
        Assert.InRange(bar!.Width, 50, lane!.Width);
        Assert.InRange(bar.X, lane.X, lane.X + lane.Width);
        await Expect(page.GetByTestId("recorded-lane")).ToContainTextAsync("Not in the log");
        await Expect(visitor.Alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task StuckCalls_OfTheList_AreToldAtOneRequestEach_AndLeadToTheirSessions()
    {
        var visitor = await VisitorAsync(width: 390);
        var page = visitor.Page;
        await visitor.GoToAsync("/sessions");
        await Expect(page.GetByTestId("open-calls")).ToHaveAttributeAsync("data-count", "2");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Telnyx (2 requests) which of these calls are up" }).ClickAsync();
        await Expect(page.GetByTestId("open-calls")).ToHaveAttributeAsync("data-ended", "2");
        await page.GetByTestId("open-call").First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.GetByTestId("still-up")).ToContainTextAsync("the log has no hang-up");
    }

    [Fact]
    public async Task EmptyListOfANumber_FindsTheCallsOfATrunk_AndOfTwoNumbersThoseBetweenThem()
    {
        var visitor = await VisitorAsync(width: 390);
        var page = visitor.Page;
        await visitor.GoToAsync("/events?from=%2B13035550100");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look in the call detail records (1 request)" }).ClickAsync();
        var records = page.GetByTestId("detail-record");
        await Expect(records).ToHaveCountAsync(5);
        await Expect(page.GetByTestId("detail-search")).ToContainTextAsync("5 call detail records of SIP trunking");
        await Expect(page.GetByTestId("event-row")).ToHaveCountAsync(0);
        var callees = await records.Locator(".to").AllInnerTextsAsync();

        var to = string.Concat(callees[0].Where(char.IsAsciiDigit));
        await visitor.GoToAsync($"/events?from=%2B13035550100&to=%2B{to}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look in the call detail records (1 request)" }).ClickAsync();

        await Expect(records).ToHaveCountAsync(callees.Count(callee => callee == callees[0]));
        Assert.All(await records.Locator(".to").AllInnerTextsAsync(), callee => Assert.Equal(callees[0], callee));
    }

    [Fact]
    public async Task Session_OfWhichTheLogHasNothing_IsFoundFromItsRecord()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        await visitor.GoToAsync("/sessions?from=%2B13035550101");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look in the call detail records (1 request)" }).ClickAsync();
        await page.GetByTestId("detail-record").First.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No events of this session" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Look in the call detail records (2 requests)" }).ClickAsync();
        await Expect(page.GetByTestId("detail-record")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Telnyx (1 request) what the carrier saw" }).ClickAsync();
        await Expect(page.GetByTestId("carrier-record")).ToContainTextAsync("Leg that is not in the log");
        await Expect(visitor.Alert).ToHaveCountAsync(0);
    }

    private static ILocator Asked(IPage page, Regex path) => page.GetByTestId("request-row").Filter(new() { HasTextRegex = path });

    private async Task OpenAsync(Visitor visitor, string query = "filter[failed]=true")
    {
        var (rows, _) = await Sandbox.PageAsync(query, 1);
        await visitor.GoToAsync($"/sessions/{rows[0].SessionId}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
    }

    private async Task OpenThreeFailedAsync(Visitor visitor)
    {
        var (rows, _) = await Sandbox.PageAsync("filter[failed]=true", 1);
        await visitor.GoToAsync($"/sessions/{rows.GroupBy(row => row.SessionId).Single(session => session.Count() == 3).Key}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
    }

    [GeneratedRegex("75[0-9]{3}: ", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DeliveryError();

    [GeneratedRegex("not permitted with this key", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NotPermitted();

    [GeneratedRegex("/v2/session_analysis/call-session/", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SessionPath();

    [GeneratedRegex("/v2/webhook_deliveries", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DeliveryPath();

    [GeneratedRegex("/v2/call_events", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LogPath();
}

/// <summary>One call three of whose webhooks arrived at their second attempt, one with an assistant, two without a hang-up; and carriers' records that say otherwise than the log.</summary>
public sealed class BesideFixture() : DashboardFixture(
    [
        "--events", "0", "--scenario", "three-failed-deliveries", "--scenario", "assistant", "--scenario", "lost-hangup=2", "--trap", "differing-records", "--trap", "unlogged-leg",
        "--trap", "error-objects", "--seed", "4",
    ], new Dictionary<string, string>(StringComparer.Ordinal));
