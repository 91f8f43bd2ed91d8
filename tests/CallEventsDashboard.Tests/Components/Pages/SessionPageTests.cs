using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Sessions.Content;
using CallEventsDashboard.Components.Sessions.Events;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;
using System.Globalization;

namespace CallEventsDashboard.Components.Pages;

public sealed class SessionPageTests : EventsContext
{
    private const double RowHeight = 32;
    private const string Nobody = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0";

    private string Transfer => SessionWith("transfer");

    [Fact]
    public void Page_WithoutKey_AlertsAndLeadsToTheKeys()
    {
        var page = Open(Nobody);

        Assert.Equal($"keys?return=sessions%2F{Nobody}", page.Find("[role=alert][data-error=no-key] a").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-testid=coverage]"));
        Assert.Equal(0, Api.RequestCount);
    }

    [Fact]
    public async Task Link_WithAMalformedId_NamesItWithoutARequest()
    {
        await StoreKeyAsync();
        var page = Open("5b1d6f2a-c8a2", "?type=webhook");

        var alert = page.Find("[role=alert][data-error=invalid-filter]");
        Assert.Contains("“5b1d6f2a-c8a2”", alert.TextContent, StringComparison.Ordinal);
        Assert.Equal("events?type=webhook", alert.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(0, Api.RequestCount);
    }

    [Fact]
    public async Task Link_WithTheIdInAnotherSpelling_OpensTheSessionAtItsCanonicalAddress()
    {
        await StoreKeyAsync();
        var page = Open($"%7B{Transfer.ToUpperInvariant()}%7D", "?type=email", parameter: $"{{{Transfer.ToUpperInvariant()}}}");
        Assert.Equal($"sessions/{Transfer}", Address);
        await page.WaitForStateAsync(() => page.HasComponent<SessionEventGrid>() && Coverage(page).GetAttribute("data-state") == "complete");

        // The router hands the page the id of its new address.
        page.Render(parameters => parameters.Add(it => it.SessionId, Transfer));
        Assert.Equal(Transfer, page.Find(".id-line").TextContent);
        Assert.Equal("type", page.Find("[data-testid=link-problem]").GetAttribute("data-parameter"));
    }

    [Fact]
    public async Task Session_Read_ShowsEachOfItsEventsByTime()
    {
        var page = await OpenReadAsync(Transfer);
        // The attempts to deliver one webhook are one row until each is asked for.
        await page.Find("[data-testid=attempt-rows] button").ClickAsync(new());

        var expected = Api.Events().Where(row => row.SessionId == Guid.Parse(Transfer)).Select(row => (InstantText.Format(row.OccurredAt), row.Name)).ToList();
        await page.WaitForAssertionAsync(() => Assert.Equal(
            expected.Order(), page.FindAll("[data-testid=event-row]").Select(row => (row.GetAttribute("data-occurred-at")!, row.GetAttribute("data-event-name")!)).Order()));
        var times = page.FindAll("[data-testid=event-row]").Select(row => row.GetAttribute("data-occurred-at")).ToList();
        Assert.Equal(times.Order(StringComparer.Ordinal), times);
        Assert.Equal(("complete", expected.Count.ToString(CultureInfo.InvariantCulture)), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total")));
        Assert.Equal(expected.Count.ToString(CultureInfo.InvariantCulture), page.Find("[role=grid][aria-label='Call events']").GetAttribute("aria-rowcount"));
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServiceOrder.Ascending)]
    [InlineData(ServiceOrder.Descending)]
    public async Task Session_WithAnEventWithoutATime_IsWholeAndSaysNothingOfItsFilter(ServiceOrder order)
    {
        Account = new SandboxOptions
        {
            Events = 0,
            Order = order,
            Scenarios = new Dictionary<CallScenario, int> { [CallScenario.Inbound] = 1 },
            RawRecords = ["""{"name":"{name}","call_leg_id":"{leg}","call_session_id":"{session}"}"""],
            RawEvery = 6,
        };
        var page = await OpenReadAsync(Api.Events()[0].SessionId!.Value.ToString());

        var count = Api.Events().Count.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(("complete", count), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total")));
        Assert.Contains(page.FindAll("[data-testid=event-row]"), row => row.TextContent.Contains("no time", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("did not filter", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Outcome_OfACallThatEnded_CarriesTheRawValuesAndLinksToItsProof()
    {
        var page = await OpenReadAsync(Transfer);

        var outcome = page.Find("[data-testid=outcome]");
        var fingerprint = outcome.GetAttribute("data-event")!;
        Assert.Contains(outcome.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"sessions/{Transfer}?event={fingerprint}");
        Assert.Equal("call.hangup", page.Find($"[data-testid=event-row][data-fingerprint='{fingerprint}']").GetAttribute("data-event-name")!.Replace('_', '.'));
        Assert.All(new[] { "data-cause", "data-source", "data-sip" }, name => Assert.NotEqual("", outcome.GetAttribute(name)));
    }

    [Fact]
    public async Task Row_Opened_SelectsItInTheAddressAndKeepsTheListsQuery()
    {
        var page = await OpenReadAsync(Transfer, "?type=webhook&order=oldest");
        var fingerprint = page.FindAll("[data-testid=event-row]")[2].GetAttribute("data-fingerprint")!;

        await page.FindAll("[data-testid=event-row]")[2].ClickAsync(new());
        Assert.Equal($"sessions/{Transfer}?type=webhook&order=oldest&event={fingerprint}", Address);
        await page.WaitForAssertionAsync(() => Assert.Equal(fingerprint, page.Find("[data-testid=event-detail]").GetAttribute("data-fingerprint")));
        Assert.Equal(fingerprint, page.Find("[data-testid=event-row][aria-selected=true]").GetAttribute("data-fingerprint"));
        Assert.Equal("events?type=webhook&order=oldest", page.Find("a[aria-label='Back to the list of events']").GetAttribute("href"));

        await Button(page, "Close detail").ClickAsync(new());
        Assert.Equal($"sessions/{Transfer}?type=webhook&order=oldest", Address);
        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll("[data-testid=event-detail]")));
    }

    [Fact]
    public async Task Link_WithAnEvent_OpensItsDetail_AndTheCopiedLinkNamesOnlyIt()
    {
        var first = await OpenReadAsync(Transfer);
        var fingerprint = first.FindAll("[data-testid=event-row]")[4].GetAttribute("data-fingerprint")!;
        var page = await OpenReadAsync(Transfer, $"?type=command&event={fingerprint}");

        await page.WaitForAssertionAsync(() => Assert.Equal(fingerprint, page.Find("[data-testid=event-detail]").GetAttribute("data-fingerprint")));
        var link = page.FindAll("button").First(button => button.TextContent.Trim() == "Copy link").GetAttribute("data-copy")!;
        Assert.Equal($"sessions/{Transfer}?event={fingerprint}&key=Production", Navigation.ToBaseRelativePath(link));
    }

    [Fact]
    public async Task Link_WithAnEventThatIsGone_SaysSo()
    {
        var page = await OpenReadAsync(Transfer, "?event=1763800000000000-00000000000000aa");

        await page.WaitForAssertionAsync(() => Assert.Contains("not in this session", page.Find("[data-testid=event-not-found]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=event-detail]"));
    }

    [Fact]
    public async Task Session_WithoutEvents_SaysWhatThatMayMean()
    {
        await StoreKeyAsync();
        var page = Open(Nobody);

        await page.WaitForAssertionAsync(() => Assert.Contains("No events of this session", page.Find(".notice[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(("complete", "0"), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total")));
    }

    [Theory]
    [InlineData(Fault.Unauthorized, "unauthorized")]
    [InlineData(Fault.Forbidden, "forbidden")]
    [InlineData(Fault.Html, "unreadable")]
    public async Task Failure_OfTheFirstAnswer_IsAlertedAndTryAgainRecovers(Fault fault, string name)
    {
        await StoreKeyAsync();
        Api.Faults = new SandboxFaults { Fault = fault };
        var page = Open(Transfer);
        await page.WaitForAssertionAsync(() => Assert.Equal(name, page.Find("[role=alert]").GetAttribute("data-error")));
        Assert.Equal("failed", Coverage(page).GetAttribute("data-state"));

        Api.Faults = SandboxFaults.None;
        await Button(page, "Try again").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotNull(page.Find("[data-testid=outcome]")));
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Session_NotReadWhole_SaysSoAndGoesOnWhenAsked()
    {
        Account = new SandboxOptions { Events = 1500, IgnoredFilters = new HashSet<string>([FilterNames.ApplicationSessionId], StringComparer.Ordinal) };
        Services.PostConfigure<FeedOptions>(options => options.ScanPages = 1);
        var session = Api.Events().Where(row => row.SessionId is not null && row.OccurredAt > Time.GetUtcNow().AddHours(-23)).GroupBy(row => row.SessionId!.Value)
            .First(session => session.Count() > 4);
        await StoreKeyAsync();
        var page = Open(session.Key.ToString());

        await page.WaitForAssertionAsync(() => Assert.Equal("partial", Coverage(page).GetAttribute("data-state")));
        for (var pages = 0; page.FindAll("[data-testid=scan-continue]").Count > 0 && pages < 20; pages++)
        {
            if (page.FindAll("[data-testid=outcome]").Count > 0)
                Assert.Contains("to spare your rate limit", page.Find("[data-testid=incomplete]").TextContent, StringComparison.Ordinal);
            await page.Find("[data-testid=scan-continue]").ClickAsync(new());
            await page.WaitForAssertionAsync(() => Assert.NotEqual("reading", Coverage(page).GetAttribute("data-state")));
        }

        await page.WaitForAssertionAsync(() => Assert.Equal(("complete", session.Count().ToString(CultureInfo.InvariantCulture)), (Coverage(page).GetAttribute("data-state"), Coverage(page).GetAttribute("data-total"))));
        Assert.Empty(page.FindAll("[data-testid=incomplete]"));
    }

    [Fact]
    public async Task List_OfEvents_LeadsToTheSessionOfEachWithItsQuery()
    {
        var page = await OpenRowsAsync("events?type=webhook");
        var row = page.FindAll("[data-testid=event-row]").First(row => row.GetAttribute("data-session-id") is { Length: > 0 });
        var (session, fingerprint) = (row.GetAttribute("data-session-id"), row.GetAttribute("data-fingerprint"));
        Assert.Equal($"sessions/{session}?type=webhook&event={fingerprint}", row.QuerySelector(".session a")!.GetAttribute("href"));

        await row.ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal(fingerprint, page.Find("[data-testid=event-detail]").GetAttribute("data-fingerprint")));
        var detail = page.Find("[data-testid=event-detail]");
        Assert.Equal($"sessions/{session}?type=webhook&event={fingerprint}", detail.QuerySelectorAll("a").Single(link => link.TextContent == "Open session").GetAttribute("href"));
        Assert.EndsWith($"/sessions/{session}?event={fingerprint}&key=Production", detail.QuerySelector("[data-copy^=http]")!.GetAttribute("data-copy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfFaxes_LeadsToNoSession()
    {
        var page = await OpenRowsAsync("events?product=fax");
        await page.FindAll("[data-testid=event-row]")[0].ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.NotNull(page.Find("[data-testid=event-detail]")));

        Assert.Empty(page.FindAll("[data-testid=event-row] .session a"));
        Assert.DoesNotContain(page.FindAll("[data-testid=event-detail] a"), link => link.TextContent == "Open session");
    }

    [Fact]
    public async Task Numbers_WhileTheyAreMasked_AreNowhereOnThePage()
    {
        var page = await OpenReadAsync(Transfer);
        var numbers = Api.Events().Where(row => row.SessionId == Guid.Parse(Transfer)).SelectMany(row => new[] { row.From, row.To }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        await page.Find("#tab-timings").ClickAsync(new());

        await page.InvokeAsync(() => Services.GetRequiredService<PrivacyMode>().Set(isOn: true));

        await page.WaitForAssertionAsync(() => Assert.Contains("•", page.Find("[aria-label=Parties]").TextContent, StringComparison.Ordinal));
        Assert.All(numbers, number => Assert.DoesNotContain(PhoneText.International(number), page.Markup, StringComparison.Ordinal));
        var copied = await page.FindComponent<SessionCopyMenu>().Instance.MakeAsync("text");
        Assert.All(numbers, number => Assert.DoesNotContain(number, copied, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tabs_Chosen_ShowTheirViewBesideTheSameSession()
    {
        var page = await OpenReadAsync(Transfer);
        foreach (var (tab, handle) in new[] { ("tab-ladder", "ladder"), ("tab-timings", "response-times"), ("tab-effects", "effects") })
        {
            await page.Find($"#{tab}").ClickAsync(new());
            await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.Find($"[data-testid={handle}]").QuerySelectorAll("a")));
            Assert.Equal(tab, page.Find("[role=tabpanel]").GetAttribute("aria-labelledby"));
        }

        Assert.All(page.FindAll("[data-testid=effects] a"), link => Assert.StartsWith($"sessions/{Transfer}?event=", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    private string SessionWith(string command) => Api.Events()
        .Where(row => row.OccurredAt < Time.GetUtcNow().AddHours(-1) && row.Name == command).Select(row => row.SessionId!.Value.ToString())
        .First(session => Api.Events().Any(row => row.SessionId == Guid.Parse(session) && row.Name == "call.hangup"));

    /// <param name="parameter">The id as the router decodes it; null where it is the same.</param>
    private IRenderedComponent<SessionPage> Open(string sessionId, string query = "", string? parameter = null)
    {
        Navigation.NavigateTo($"sessions/{sessionId}{query}");
        return Render<SessionPage>(parameters => parameters.Add(page => page.SessionId, parameter ?? sessionId));
    }

    /// <summary>Opens a session and waits until it was read whole, on a screen that shows all its rows.</summary>
    private async Task<IRenderedComponent<SessionPage>> OpenReadAsync(string sessionId, string query = "")
    {
        await StoreKeyOnceAsync();
        var page = Open(sessionId, query);
        await page.WaitForStateAsync(() => page.HasComponent<SessionEventGrid>() && Coverage(page).GetAttribute("data-state") == "complete");
        await page.InvokeAsync(() => page.FindComponent<SessionEventGrid>().Instance.SetRowsAsync(RowHeight, int.MaxValue));
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=event-row]").Count > 0);
        return page;
    }

    private async Task StoreKeyOnceAsync()
    {
        var store = Services.GetRequiredService<ApiKeys.ApiKeyStore>();
        if (store.Keys.Count == 0)
            await StoreKeyAsync();
    }

    private static IElement Coverage(IRenderedComponent<SessionPage> page) => page.Find("[data-testid=coverage]");
}
