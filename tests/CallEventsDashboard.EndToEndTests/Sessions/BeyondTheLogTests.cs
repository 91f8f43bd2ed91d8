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
        await Expect(page.Locator("[data-testid=carrier-record][data-product=sip-trunking]")).ToContainTextAsync("hung");
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

    private static ILocator Asked(IPage page, Regex path) => page.GetByTestId("request-row").Filter(new() { HasTextRegex = path });

    private async Task OpenAsync(Visitor visitor)
    {
        var (rows, _) = await Sandbox.PageAsync("filter[name]=call.initiated", 1);
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

/// <summary>One call each of whose webhooks arrived at its second attempt.</summary>
public sealed class BesideFixture() : DashboardFixture(
    ["--events", "0", "--scenario", "failed-delivery", "--seed", "4"], new Dictionary<string, string>(StringComparer.Ordinal));
