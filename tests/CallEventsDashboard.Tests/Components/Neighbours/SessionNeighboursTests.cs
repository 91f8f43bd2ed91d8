using Bunit;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What a session's page asks beside the log: only what somebody clicks for, at the cost that the button says.</summary>
public sealed class SessionNeighboursTests : SessionNeighboursContext
{
    private static readonly string[] Secrets = ["not-a-secret", "bm90LWEtc2lnbmF0dXJl"];

    public SessionNeighboursTests() => Account = Calls(CallScenario.FailedDelivery);

    [Fact]
    public async Task Page_ThatIsOnlyLookedAt_AsksNothingBesideTheLog()
    {
        var page = await OpenSessionAsync();

        // The names of connections are read from what is to spare.
        Assert.DoesNotContain(Api.RequestsBeside, request => request.Path is not ("/v2/connections" or "/v2/call_control_applications"));
        Assert.Equal("idle", page.Find("[data-testid=carrier]").GetAttribute("data-state"));
        Assert.Equal("idle", page.Find("[data-testid=failed-deliveries]").GetAttribute("data-state"));
    }

    [Fact]
    public async Task Buttons_AskWhatTheySay_AndThePanelOfRequestsHasIt()
    {
        var page = await OpenSessionAsync();
        var failed = int.Parse(page.Find("[data-testid=failed-deliveries]").GetAttribute("data-count")!, null);
        Assert.True(failed > 2);
        Assert.Contains($"({failed} requests)", page.Find("[data-testid=failed-deliveries] button").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=carrier] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=carrier]").GetAttribute("data-state")));
        await page.Find("[data-testid=failed-deliveries] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=failed-deliveries]").GetAttribute("data-state")));

        Assert.Equal((1L, 1, failed), (Api.RequestCount, Count("/v2/session_analysis"), Count("/v2/webhook_deliveries")));
        await page.FindAll("[data-testid=failed-deliveries] button").Single(button => button.TextContent.StartsWith("Show more", StringComparison.Ordinal)).ClickAsync(new());
        Assert.Equal(2 * failed, page.FindAll("[data-testid=delivery-attempt]").Count);
        Assert.Equal(failed, page.FindAll("[data-testid=delivery-attempt][data-failover=true]").Count);
        Assert.Equal(failed, page.FindAll("[data-testid=delivery-attempt][data-status='200']").Count);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, page.Find("[data-testid=failed-deliveries]").InnerHtml, StringComparison.Ordinal));
        Assert.Contains("hung", page.Find("[data-testid=carrier-record][data-product=sip-trunking]").TextContent, StringComparison.Ordinal);

        await page.Find("button.requests").ClickAsync(new());
        var rows = page.FindAll("[data-testid=request-row]").Select(row => row.TextContent).ToList();
        Assert.Equal(2 + failed, rows.Count(row => !row.Contains("names", StringComparison.Ordinal)));
        Assert.Contains(rows, row => row.Contains("session_analysis/call-session/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Detail_OfAWebhook_ShowsItsAttemptsOnAClick()
    {
        var page = await OpenSessionAsync();
        await page.FindAll("[data-testid=event-row][data-event-type=webhook]")[0].ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=delivery-attempts]").Count > 0);

        await page.Find("[data-testid=delivery-attempts] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=delivery-attempts]").GetAttribute("data-state")));

        Assert.Equal(1, Count("/v2/webhook_deliveries"));
        Assert.Equal(2, page.FindAll("[data-testid=delivery-attempts] [data-testid=delivery-attempt]").Count);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, page.Find("[data-testid=delivery-attempts]").InnerHtml, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ResourceTrap.Unanalysed, "not-yet", "They come some minutes after a call has ended")]
    [InlineData(ResourceTrap.Forbidden, "not-permitted", "not permitted with this key")]
    [InlineData(ResourceTrap.OddAnalysis, "answered", "tea")]
    public async Task Carrier_WithATrap_SaysWhatItMeans(ResourceTrap trap, string state, string words)
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { trap } };
        var page = await OpenSessionAsync();

        await page.Find("[data-testid=carrier] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal(state, page.Find("[data-testid=carrier]").GetAttribute("data-state")));
        foreach (var record in page.FindAll("[data-testid=carrier-record] details"))
            await record.TriggerEventAsync("ontoggle", EventArgs.Empty);

        Assert.Contains(words, page.Find("[data-testid=carrier]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Deliveries_ThatTelnyxDoesNotHave_ProveNothing()
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { ResourceTrap.LostDeliveries } };
        var page = await OpenSessionAsync();

        await page.Find("[data-testid=failed-deliveries] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=failed-deliveries]").GetAttribute("data-state")));

        Assert.Contains("proves nothing", page.Find("[data-testid=no-deliveries]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ask again (", page.Find("[data-testid=failed-deliveries] button").TextContent, StringComparison.Ordinal);

        // The log of deliveries comes late.
        Api.Faults = new SandboxFaults { Traps = [] };
        await page.Find("[data-testid=failed-deliveries] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("[data-testid=no-deliveries]")));
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=failed-deliveries]").GetAttribute("data-state")));
        Assert.Empty(page.FindAll("[data-testid=failed-deliveries] > .head button"));
    }

    /// <summary>An answer stands until there is another one, and that there was none is said.</summary>
    [Fact]
    public async Task Carrier_AskedAgainInVain_KeepsItsRecords()
    {
        var page = await OpenSessionAsync();
        await AskCarrierAsync(page);
        var records = page.FindAll("[data-testid=carrier-record]").Count;

        Api.Faults = new SandboxFaults { Traps = [ResourceTrap.Unanalysed] };
        await page.Find("[data-testid=carrier] button").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=carrier] [data-testid=asked-in-vain]").Count > 0);

        Assert.Equal(("answered", records), (page.Find("[data-testid=carrier]").GetAttribute("data-state"), page.FindAll("[data-testid=carrier-record]").Count));
        Assert.NotEmpty(page.FindAll("[data-testid=recorded]"));
        Assert.Matches("Asked again at .*: no answer \\(HTTP 4[0-9]{2}\\)", page.Find("[data-testid=asked-in-vain]").TextContent);
    }

    [Fact]
    public async Task Connection_HasItsNameInSummaryAndDetail_OnceItIsRead()
    {
        // The end of a minute has requests to spare.
        Time.Advance(TimeSpan.FromSeconds(55));
        var page = await OpenSessionAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal("Main IVR", page.Find("[data-testid=connection-name]").TextContent));
        Assert.Equal(["/v2/connections", "/v2/call_control_applications"], Api.RequestsBeside.Select(request => request.Path));

        await page.FindAll("[data-testid=event-row][data-event-type=webhook]")[0].ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=connection]").Count > 0);
        var facts = page.Find("[data-testid=connection]");
        Assert.Contains("https://app.example.test/hooks/875?token=(hidden)", facts.TextContent, StringComparison.Ordinal);
        Assert.All(["5 s", "within 30 s", "Default outbound", "By Telnyx's lists of connections and applications, read at"], words => Assert.Contains(words, facts.TextContent, StringComparison.Ordinal));
        Assert.Contains("Main IVR", page.Find("[data-testid=event-detail] [data-field=Connection]").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => Privacy.Set(isOn: true));
        await page.WaitForAssertionAsync(() => Assert.All(page.FindAll("[data-testid=connection-name]"), name => Assert.StartsWith("•", name.TextContent, StringComparison.Ordinal)));
        Assert.DoesNotContain("/hooks/", page.Find("[data-testid=connection]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_WhileMasked_ShowNothingOfPeople()
    {
        Privacy.Set(isOn: true);
        var page = await OpenSessionAsync();
        await page.Find("[data-testid=carrier] button").ClickAsync(new());
        await page.Find("[data-testid=failed-deliveries] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=delivery-attempt]")));
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=carrier-record]")));
        foreach (var record in page.FindAll("[data-testid=carrier-record] details"))
            await record.TriggerEventAsync("ontoggle", EventArgs.Empty);

        string[] people = [.. Api.Events().SelectMany(row => new[] { row.From, row.To }).OfType<string>().Distinct().Select(number => number.TrimStart('+')), "/hooks/", "nginx", "\"received\"", .. Secrets];
        foreach (var panel in new[] { "carrier", "failed-deliveries" })
        {
            var text = page.Find($"[data-testid={panel}]").OuterHtml;
            Assert.All(people, person => Assert.DoesNotContain(person, text, StringComparison.Ordinal));
        }

        // What is needed to understand the call is still there.
        Assert.NotEqual("", page.Find("[data-testid=carrier-record][data-product=sip-trunking]").GetAttribute("data-details"));
        Assert.Contains("bye", page.Find("[data-testid=carrier-record][data-product=sip-trunking]").GetAttribute("data-details")!, StringComparison.Ordinal);
        Assert.Contains("USD", page.Find("[data-testid=carrier]").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Each switch takes away its own panel and no other.</summary>
    [Theory]
    [InlineData(null, CallScenario.UnnamedConversation, "carrier conversation recordings")]
    [InlineData(null, CallScenario.FailedDelivery, "carrier failed-deliveries recordings")]
    [InlineData(nameof(NeighboursOptions.Enabled), CallScenario.UnnamedConversation, "")]
    [InlineData(nameof(NeighboursOptions.SessionAnalysis), CallScenario.UnnamedConversation, "conversation recordings")]
    [InlineData(nameof(NeighboursOptions.Recordings), CallScenario.UnnamedConversation, "carrier conversation")]
    [InlineData(nameof(NeighboursOptions.Conversations), CallScenario.UnnamedConversation, "carrier recordings")]
    [InlineData(nameof(NeighboursOptions.WebhookDeliveries), CallScenario.FailedDelivery, "carrier recordings")]
    public async Task Switch_TurnedOff_LeavesOutItsPanelAlone(string? option, CallScenario scenario, string panels)
    {
        Services.PostConfigure<NeighboursOptions>(options => typeof(NeighboursOptions).GetProperty(option ?? "")?.SetValue(options, false));
        Account = Calls(scenario);
        var page = await OpenSessionAsync();

        Assert.Equal(panels, string.Join(' ', page.FindAll("section.told").Select(panel => panel.GetAttribute("data-testid")!).Order(StringComparer.Ordinal)));
    }
}
