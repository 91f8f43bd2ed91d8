using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed class RibbonTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Theory]
    [MemberData(nameof(Appearance.Looks), MemberType = typeof(Appearance))]
    public async Task Requests_WhenOpened_AreListedAndAccessible(int width, ColorScheme theme)
    {
        var visitor = await VisitorAsync(width, theme);
        await visitor.OpenEventsAsync();
        var button = visitor.Coverage.GetByRole(AriaRole.Button, new() { Name = "request" });

        await button.ClickAsync();

        var requests = visitor.Page.GetByTestId("request-row");
        await Expect(requests.First).ToContainTextAsync("GET /v2/call_events?");
        await Expect(requests.First).ToContainTextAsync("200");
        Assert.DoesNotContain(Keys.Good, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        await Appearance.AssertFitsAsync(visitor, "the requests of a list", "[data-testid=requests]");

        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(requests).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Curl_OfARequest_IsCopied()
    {
        var visitor = await VisitorAsync();
        await visitor.AllowClipboardAsync();
        await visitor.OpenEventsAsync();
        await visitor.Coverage.GetByRole(AriaRole.Button, new() { Name = "request" }).ClickAsync();

        await visitor.Page.GetByTestId("request-row").First.GetByRole(AriaRole.Button, new() { Name = "Copy as curl" }).ClickAsync();

        var command = await visitor.CopiedAsync("curl");
        Assert.StartsWith($"curl -g -H \"Authorization: Bearer $TELNYX_API_KEY\" '{Sandbox.BaseUrl}call_events?", command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_BySlash_ReadsOnUntilItsBudgetAndEscapeEndsIt()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        var field = visitor.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search numbers, IDs, metadata" });

        await visitor.Page.Keyboard.PressAsync("/");
        await Expect(field).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync("CALL.hangup");

        await Expect(visitor.Page).ToHaveURLAsync("/events?q=CALL.hangup");
        await Expect(visitor.Badge("q")).ToHaveAttributeAsync("data-applied-by", "dashboard");
        await Expect(visitor.Rows.First).ToHaveAttributeAsync("data-event-name", "call.hangup");
        await Expect(visitor.Page.GetByTestId("scan-continue")).ToBeVisibleAsync();
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "partial");
        await Expect(visitor.Coverage).ToContainTextAsync("to spare your rate limit");
        await Expect(field).ToBeFocusedAsync();

        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Page).ToHaveURLAsync("/events");
        await visitor.WaitForRowsAsync();
    }
}
