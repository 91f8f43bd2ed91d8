using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

/// <summary>Findings about an application, and answers to questions beside the log that are only seen where the traps of other tests are not.</summary>
public sealed class FindingsTests(CarelessFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<CarelessFixture>
{
    [Fact]
    public async Task Applications_ThatDidNotReactOrTwiceOrTooLate_AreToldSoWithTheEvent()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        await visitor.GoToAsync("/sessions");
        await Expect(page.GetByTestId("session-row")).ToHaveCountAsync(6);
        var sessions = await page.GetByTestId("session-row").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.sessionId)");

        var told = new List<string>();
        foreach (var session in sessions)
        {
            await visitor.GoToAsync($"/sessions/{session}");
            await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
            await Expect(page.GetByTestId("event-row").First).ToBeVisibleAsync();
            // Those that lead to their evidence.
            told.AddRange(await page.Locator("[data-testid=session-notes] li:has(a, button)").AllInnerTextsAsync());
        }

        Assert.Contains(told, text => text.Contains("The log has no command of your application after", StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains("twice with the same parameters", StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains("after the end of", StringComparison.Ordinal));

        // Its command asked for detection of machines, which promises the result.
        var (dialled, _) = await Sandbox.PageAsync("filter[name]=dial", 1);
        await visitor.GoToAsync($"/sessions/{dialled[0].SessionId}?tab=effects");
        await Expect(page.GetByTestId("missing-effects")).ToContainTextAsync("answering_machine_detection");
    }

    [Fact]
    public async Task CallUnderWay_IsUp_AndAnOddAnswerOfTheCarrierIsShownAsItIs()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        await visitor.GoToAsync("/sessions");
        await visitor.Page.GetByTestId("session-row").First.ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Ask Telnyx (1 request) whether the call is up" }).ClickAsync();
        await Expect(page.GetByTestId("still-up")).ToHaveAttributeAsync("data-alive", "true");
        await Expect(page.GetByTestId("still-up")).ToContainTextAsync("Up since");
        await page.GetByTestId("carrier").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("carrier")).ToContainTextAsync("They come some minutes after a call has ended");

        await visitor.GoToAsync("/sessions");
        await page.GetByTestId("session-row").Nth(1).ClickAsync();
        await page.GetByTestId("carrier").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("carrier")).ToHaveAttributeAsync("data-state", "answered");
        await page.GetByTestId("carrier").GetByText("All fields").Last.ClickAsync();
        await Expect(page.GetByTestId("carrier")).ToContainTextAsync("tea");

        // Of this call no webhook names the conversation.
        var (assisted, _) = await Sandbox.PageAsync("filter[name]=ai_assistant_start", 1);
        await visitor.GoToAsync($"/sessions/{assisted[0].SessionId}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look for it (1 request)" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Get the turns (1 request)" }).ClickAsync();
        await Expect(page.GetByTestId("turn").First).ToContainTextAsync("How can I help you?");
        await Expect(visitor.Alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Names_StandInTheListAndItsExport_AndTheDetailHasTheAttemptsOfItsWebhook()
    {
        var visitor = await VisitorAsync();
        var page = visitor.Page;
        await visitor.OpenEventsAsync("type=webhook");
        var named = visitor.Rows.GetByTestId("connection-name");
        await Expect(named.First).ToBeVisibleAsync();
        var name = await named.First.InnerTextAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Export" }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Start export" }).ClickAsync());
        Assert.Contains(name, await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Download" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("export")).ToHaveCountAsync(0);

        await visitor.Rows.First.ClickAsync();
        await page.GetByTestId("delivery-attempts").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByTestId("delivery-attempts").GetByTestId("delivery-attempt").First).ToContainTextAsync("200");
    }

    [Fact]
    public async Task Key_ThatIsTested_SaysWhoseItIs_AndStillDoesAfterAReload()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/keys");
        await visitor.Button("Test Production").ClickAsync();
        var owner = visitor.Page.GetByTestId("key-owner");
        await Expect(owner).ToContainTextAsync("balance 312.40 USD");
        var organization = await owner.GetAttributeAsync("data-organization");

        await visitor.Page.ReloadAsync();

        await Expect(visitor.Page.GetByTestId("key-organization")).ToContainTextAsync(organization!);
    }
}

/// <summary>Calls of an application that handles its webhooks carelessly, and one that is under way.</summary>
public sealed class CarelessFixture() : DashboardFixture(
    [
        "--events", "0", "--scenario", "unattended", "--scenario", "repeated-command", "--scenario", "late-command", "--scenario", "under-way", "--scenario", "lost-detection",
        "--scenario", "unnamed-conversation", "--trap", "odd-analysis", "--trap", "mixed-connections", "--seed", "5",
    ], new Dictionary<string, string>(StringComparer.Ordinal));
