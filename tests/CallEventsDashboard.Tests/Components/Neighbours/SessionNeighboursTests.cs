using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Components.Sessions.Events;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>What a session's page asks beside the log: only what somebody clicks for, at the cost that the button says.</summary>
public sealed class SessionNeighboursTests : EventsContext
{
    private const double RowHeight = 32;
    private static readonly string[] Secrets = ["not-a-secret", "bm90LWEtc2lnbmF0dXJl"];

    public SessionNeighboursTests() => Account = Calls(CallScenario.FailedDelivery);

    private PrivacyMode Privacy => Services.GetRequiredService<PrivacyMode>();

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
        Assert.Equal(2 * failed, page.FindAll("[data-testid=delivery-attempt]").Count);
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
    [InlineData(ResourceTrap.Unanalysed, "not-yet", "Not yet")]
    [InlineData(ResourceTrap.Forbidden, "not-permitted", "Not permitted with this key")]
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
    public async Task Lanes_AreCompletedByTheCarriersRecord_OnlyOnceItWasAskedFor()
    {
        Account = Calls(CallScenario.Transferred);
        var page = await OpenSessionAsync();
        Assert.Empty(page.FindAll("[data-testid=recorded]"));

        await AskCarrierAsync(page);

        Assert.Equal(page.FindAll("[data-testid=leg-lane]").Count, page.FindAll("[data-testid=leg-lane] [data-testid=recorded]").Count);
        Assert.All(page.FindAll("[data-testid=recorded]"), bar => Assert.StartsWith("call record · talk", bar.TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=recorded-lane], [data-testid=recorded].differs"));
    }

    [Fact]
    public async Task Record_ThatSaysOtherwiseThanTheLog_IsShownBesideIt()
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { ResourceTrap.DifferingRecords, ResourceTrap.UnloggedLeg } };
        var page = await OpenSessionAsync();
        await AskCarrierAsync(page);

        Assert.Contains("the log: hung up", page.Find("[data-testid=leg-lane] [data-testid=recorded].differs").TextContent, StringComparison.Ordinal);
        Assert.Contains("normal_clearing", page.Find("[data-testid=carrier-differs]").TextContent, StringComparison.Ordinal);
        var unlogged = page.Find("[data-testid=recorded-lane]");
        Assert.Contains("Not in the log", unlogged.TextContent, StringComparison.Ordinal);
        Assert.Contains("without an answer", unlogged.TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => Privacy.Set(isOn: true));
        string[] people = [.. Api.Events().SelectMany(row => new[] { row.From, row.To }).OfType<string>().Distinct().Select(number => number.TrimStart('+'))];
        await page.WaitForAssertionAsync(() => Assert.All(people, person => Assert.DoesNotContain(person, page.Find("[data-testid=recorded-lane]").OuterHtml.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Deliveries_ThatTelnyxDoesNotHave_ProveNothing()
    {
        Account = Account with { Traps = new HashSet<ResourceTrap> { ResourceTrap.LostDeliveries } };
        var page = await OpenSessionAsync();

        await page.Find("[data-testid=failed-deliveries] button").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=no-deliveries]").Count > 0);

        Assert.Contains("proves nothing", page.Find("[data-testid=no-deliveries]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CallScenario.UnderWay, "true", "Up since")]
    [InlineData(CallScenario.LostHangup, null, "does not know this call any more")]
    public async Task Call_WithoutAHangUp_IsAskedForOnAClick(CallScenario scenario, string? alive, string words)
    {
        Account = Calls(scenario);
        var page = await OpenSessionAsync();
        Assert.Equal(0, Count("/v2/calls"));

        await page.Find("[data-testid=still-up] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains(words, page.Find("[data-testid=still-up]").TextContent, StringComparison.Ordinal));

        Assert.Equal((1, alive), (Count("/v2/calls"), page.Find("[data-testid=still-up]").GetAttribute("data-alive")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recordings_AreAskedForOnAClick_AndHaveNoLinkWhileMasked(bool isMasked)
    {
        Privacy.Set(isMasked);
        Account = Calls(CallScenario.Assistant);
        var page = await OpenSessionAsync();

        await page.Find("[data-testid=recordings] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=recording]")));

        Assert.Equal(1, Count("/v2/recordings"));
        Assert.Equal(isMasked ? 0 : 1, page.FindAll("[data-testid=recording] a[target=_blank][rel='noopener noreferrer']").Count);
    }

    [Fact]
    public async Task Transcripts_AreAskedForOnceTheRecordingsAreKnown()
    {
        Account = Calls(CallScenario.Assistant, 12);
        var transcribed = Api.Events().First(row => row.Name == "call.recording.transcription.saved").SessionId!.Value.ToString();
        var page = await OpenSessionAsync(transcribed);
        await page.Find("[data-testid=recordings] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=transcripts]")));

        await page.Find("[data-testid=transcripts] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=transcripts]").GetAttribute("data-state")));

        Assert.Equal((1, 1), (Count("/v2/recordings"), Count("/v2/recording_transcriptions")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Conversation_HasItsTurnsWithTheirLatencies_AndNoWordWhileMasked(bool isMasked)
    {
        Privacy.Set(isMasked);
        Account = Calls(CallScenario.Assistant);
        var page = await OpenSessionAsync();
        Assert.Contains("(1 request)", page.Find("[data-testid=conversation] button").TextContent, StringComparison.Ordinal);

        await page.Find("[data-testid=conversation] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find("[data-testid=conversation]").GetAttribute("data-state")));

        var said = Api.Events().Count(row => row is { Name: "call.transcription", Attempt: 1 });
        Assert.Equal(((2 * said) + 1, said, 1), (page.FindAll("[data-testid=turn]").Count, page.FindAll("[data-testid=latency]").Count, Count("/v2/ai/conversations/")));
        var first = page.Find("[data-testid=latency]");
        Assert.InRange(int.Parse(first.GetAttribute("data-perceived")!, null), 1, 5000);
        Assert.All(["recognition", "model", "voice"], part => Assert.Contains(part, first.TextContent, StringComparison.Ordinal));
        Assert.Equal(!isMasked, page.Find("[data-testid=conversation]").TextContent.Contains("How can I help you?", StringComparison.Ordinal));
        Assert.DoesNotContain(isMasked ? "find_appointment" : "\0", page.Find("[data-testid=conversation]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ThatWasHungUp_IsNotOfferedToBeAskedFor() => Assert.Empty((await OpenSessionAsync()).FindAll("[data-testid=still-up]"));

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
        Assert.Contains("5 s", facts.TextContent, StringComparison.Ordinal);

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

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Switch_TurnedOff_LeavesThePageAsItWas(bool isEnabled, bool resource)
    {
        Services.PostConfigure<NeighboursOptions>(options => (options.Enabled, options.SessionAnalysis, options.WebhookDeliveries) = (isEnabled, resource, resource));
        var page = await OpenSessionAsync();

        Assert.Empty(page.FindAll("[data-testid=carrier], [data-testid=failed-deliveries], [data-testid=delivery-attempts]"));
    }

    private static async Task AskCarrierAsync(IRenderedComponent<SessionPage> page)
    {
        await page.Find("[data-testid=carrier] button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=recorded]")));
    }

    private static SandboxOptions Calls(CallScenario scenario, int count = 1) => new() { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [scenario] = count } };

    private int Count(string path) => Api.RequestsBeside.Count(request => request.Path.StartsWith(path, StringComparison.Ordinal));

    private async Task<IRenderedComponent<SessionPage>> OpenSessionAsync(string? id = null)
    {
        await StoreKeyAsync();
        var session = id ?? Api.Events().First(row => row.SessionId is not null).SessionId!.Value.ToString();
        Navigation.NavigateTo($"sessions/{session}");
        var page = Render<SessionPage>(parameters => parameters.Add(it => it.SessionId, session));
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=coverage][data-state=complete]").Count > 0 && page.HasComponent<SessionEventGrid>());
        await page.InvokeAsync(() => page.FindComponent<SessionEventGrid>().Instance.SetRowsAsync(RowHeight, int.MaxValue));
        return page;
    }
}
