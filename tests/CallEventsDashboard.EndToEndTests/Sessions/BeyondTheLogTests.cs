using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

/// <summary>What the same key can read beside the log, on the published app and the Sandbox program: at the price that the buttons say, or not permitted.</summary>
public sealed partial class BeyondTheLogTests(BesideFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<BesideFixture>
{
    [Fact]
    public async Task Session_AskedForAllOfIt_CostsWhatItsButtonsSay()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        await OpenAsync(visitor);
        var failed = int.Parse((await page.GetByTestId("failed-deliveries").GetAttributeAsync("data-count"))!, null);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Telnyx (1 request) what the carrier saw" }).ClickAsync();
        await Expect(page.GetByTestId("carrier")).ToHaveAttributeAsync("data-state", "answered");
        await Expect(page.Locator("[data-testid=carrier-record][data-product=sip-trunking]").First).ToContainTextAsync("hung");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Ask Telnyx ({failed} requests) what the endpoint answered" }).ClickAsync();
        await Expect(page.GetByTestId("failed-deliveries")).ToHaveAttributeAsync("data-state", "answered");
        await Expect(page.GetByTestId("delivery-attempt")).ToHaveCountAsync(2 * failed);

        await page.Locator("button.requests").ClickAsync();
        await Expect(Asked(page, SessionPath())).ToHaveCountAsync(1);
        await Expect(Asked(page, DeliveryPath())).ToHaveCountAsync(failed);
        await Expect(Asked(page, LogPath())).ToHaveCountAsync(1);
        await Expect(page.Locator("body")).Not.ToContainTextAsync("not-a-secret");
    }

    [Fact]
    public async Task Key_ThatMayReadTheLogAlone_SeesThePageAsBeforeAndCalmWords()
    {
        var visitor = await VisitorAsync(key: "KEY_LOG_ONLY_0123456789ABCDEF0123456789_endToEnd0001");
        await OpenAsync(visitor);

        await visitor.Page.GetByTestId("carrier").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(visitor.Page.GetByTestId("carrier")).ToContainTextAsync("Not permitted with this key");
        await Expect(visitor.Page.GetByTestId("outcome")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
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
    public async Task EmptyListOfALeg_OffersTheCallDetailRecords()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/events?leg_id=5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Look in the call detail records (1 request)" }).ClickAsync();

        await Expect(visitor.Page.GetByTestId("detail-search")).ToContainTextAsync("which proves nothing");
    }

    private static ILocator Asked(IPage page, Regex path) => page.GetByTestId("request-row").Filter(new() { HasTextRegex = path });

    private async Task OpenAsync(Visitor visitor, string query = "filter[failed]=true")
    {
        var (rows, _) = await Sandbox.PageAsync(query, 1);
        await visitor.GoToAsync($"/sessions/{rows[0].SessionId}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
    }

    [GeneratedRegex("/v2/session_analysis/call-session/", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SessionPath();

    [GeneratedRegex("/v2/webhook_deliveries", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DeliveryPath();

    [GeneratedRegex("/v2/call_events", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LogPath();
}

/// <summary>One call each of whose webhooks arrived at its second attempt, one with an assistant, two without a hang-up; and carriers' records that say otherwise than the log.</summary>
public sealed class BesideFixture() : DashboardFixture(
    [
        "--events", "0", "--scenario", "failed-delivery", "--scenario", "assistant", "--scenario", "lost-hangup=2", "--trap", "differing-records", "--trap", "unlogged-leg",
        "--trap", "error-objects", "--seed", "4",
    ], new Dictionary<string, string>(StringComparer.Ordinal));
