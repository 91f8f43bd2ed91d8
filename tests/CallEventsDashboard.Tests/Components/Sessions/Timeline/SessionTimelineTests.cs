using Bunit;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Urls;

namespace CallEventsDashboard.Components.Sessions.Timeline;

public sealed class SessionTimelineTests : DashboardContext
{
    private const string Module = "./Components/Sessions/Timeline/SessionTimeline.razor.js";

    private static readonly CallSession Transferred = new CallScript().AnsweredCaller().Command(CallScript.A, "transfer").Wait(0.2).Outgoing(CallScript.B).Wait(2)
        .Webhook(null, "fax.queued").HangUp(CallScript.B, "user_busy", "callee", "486").HangUp(CallScript.A).Session;

    private readonly BunitJSModuleInterop _browser;

    public SessionTimelineTests()
    {
        var module = JSInterop.SetupModule(Module);
        module.Mode = JSRuntimeMode.Loose;
        _browser = module.SetupModule("open", _ => true);
        _browser.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Lanes_AreTheLegsInTheirOrder_ThenTheEventsWithoutOne()
    {
        var timeline = Show(Transferred);

        Assert.Equal([CallScript.A, CallScript.B, ""], timeline.FindAll("[data-testid=session-timeline] [data-testid=leg-lane]").Select(lane => lane.GetAttribute("data-leg-id")));
        Assert.Equal(
            ["Leg A, caller, +1 202-555-0142 → +1 202-555-0131", "Leg B, transfer of A, +1 202-555-0142 → +1 202-555-0131", "No leg, events that name no leg"],
            timeline.FindAll("[data-testid=leg-lane]").Select(lane => lane.GetAttribute("aria-label")));
    }

    [Fact]
    public void Lanes_OfManyLegs_AreGroupedByHowTheyCameAbout_EachByItsTime()
    {
        var script = new CallScript();
        for (var leg = 0; leg < 12; leg++)
            (leg % 3 == 0 ? script.Incoming(Id(leg)) : script.Outgoing(Id(leg))).Wait(1);

        var timeline = Show(script.Session);

        Assert.Equal(["Callers 4", "Dialled 8"], timeline.FindAll(".group").Select(group => group.TextContent));
        Assert.Equal([0, 3, 6, 9, 1, 2, 4, 5, 7, 8, 10, 11], timeline.FindAll("[data-testid=leg-lane]").Select(lane => int.Parse(lane.GetAttribute("data-lane")!, System.Globalization.CultureInfo.InvariantCulture)));

        static string Id(int leg) => $"{leg:x8}-c8a2-11f1-9c10-02420aef93a0";
    }

    [Fact]
    public void Legend_NamesWhatTheSessionHas_AndOffersItsFamilies()
    {
        var legend = Show(Transferred).Find("[data-testid=timeline-legend]");

        Assert.Equal(["setup", "end", "other", "failed"], legend.QuerySelectorAll("button").Select(button => button.GetAttribute("data-only")));
        Assert.Contains("ringing (derived)", legend.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("recording", legend.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Legend_OfALinkThatAsksForAFamilyWithoutEvents_OffersToLetGoOfIt()
    {
        var timeline = Render<SessionTimeline>(parameters => parameters.Add(it => it.Session, Transferred).Add(it => it.Place, new(Only: "recording,failed")));

        Assert.Equal(["setup", "end", "recording", "other", "failed"], timeline.FindAll("[data-only]").Select(button => button.GetAttribute("data-only")));
        Assert.Equal("recording,failed", Assert.Single(JSInterop.Invocations["open"]).Arguments[3]);
    }

    [Fact]
    public async Task MarksToShow_ChosenInTheBrowserOrByTheAddress_ReachTheOther()
    {
        var told = new List<SessionPlace>();
        var timeline = Render<SessionTimeline>(parameters => parameters
            .Add(it => it.Session, Transferred).Add(it => it.Place, new(Tab: "ladder")).Add(it => it.PlaceChanged, told.Add));
        await timeline.InvokeAsync(() => timeline.Instance.ShowOnlyAsync(["failed", "end"]));
        Assert.Equal([new SessionPlace(Tab: "ladder", Only: "end,failed")], told);

        timeline.Render(parameters => parameters.Add(it => it.Place, told[0]));
        Assert.Empty(_browser.Invocations["showOnly"]);
        timeline.Render(parameters => parameters.Add(it => it.Place, SessionPlace.Default));
        Assert.Null(Assert.Single(_browser.Invocations["showOnly"]).Arguments[0]);
    }

    [Fact]
    public async Task Event_ThatIsPointedAt_IsDescribedByItsKeyFacts()
    {
        var timeline = Show(Transferred);
        var hangup = Transferred.Marks.First(mark => mark.Key == "call.hangup" && mark.Event.LegId == CallScript.B);

        Assert.Equal("user_busy · SIP 486", await timeline.InvokeAsync(() => timeline.Instance.DescribeAsync(hangup.Fingerprint)));
        Assert.Null(await timeline.InvokeAsync(() => timeline.Instance.DescribeAsync("none")));
    }

    [Fact]
    public void Session_TravelsOnce_AndAgainWhenItGrew()
    {
        var timeline = Show(Transferred);
        timeline.Render(parameters => parameters.Add(it => it.Selected, Transferred.Marks[1].Fingerprint));
        Assert.Single(_browser.Invocations["show"]);

        timeline.Render(parameters => parameters.Add(it => it.Session, new CallScript().AnsweredCaller().Session));
        Assert.Equal(2, _browser.Invocations["show"].Count);
    }

    [Fact]
    public void Selection_FromOutside_GoesToTheBrowser()
    {
        var timeline = Show(Transferred);
        timeline.Render(parameters => parameters.Add(it => it.Selected, Transferred.Marks[2].Fingerprint));

        Assert.Equal([Transferred.Marks[2].Fingerprint], Selections());
    }

    [Fact]
    public void Selection_OfALaterAttempt_IsThatOfItsMark()
    {
        var session = new CallScript().Webhook(CallScript.A, "call.initiated", attempts: [true, false]).Session;
        var timeline = Show(session);
        timeline.Render(parameters => parameters.Add(it => it.Selected, session.Marks[0].Attempts[1].Fingerprint));

        Assert.Equal([session.Marks[0].Fingerprint], Selections());
    }

    [Fact]
    public async Task Choices_MadeInTheBrowser_AreToldAndNotSentBack()
    {
        List<string> told = [];
        var timeline = Show(Transferred, told);
        string[] chosen = [.. Transferred.Marks.Take(3).Select(mark => mark.Fingerprint)];
        foreach (var fingerprint in chosen)
            await timeline.InvokeAsync(() => timeline.Instance.ChooseAsync(fingerprint));
        // The page answers each choice in turn, while the browser is already further.
        foreach (var fingerprint in chosen)
            timeline.Render(parameters => parameters.Add(it => it.Selected, fingerprint));

        Assert.Equal(chosen, told);
        Assert.Empty(Selections());
    }

    [Fact]
    public async Task Selection_FromOutside_AfterAChoice_GoesToTheBrowser()
    {
        var timeline = Show(Transferred);
        await timeline.InvokeAsync(() => timeline.Instance.ChooseAsync(Transferred.Marks[0].Fingerprint));
        timeline.Render(parameters => parameters.Add(it => it.Selected, Transferred.Marks[0].Fingerprint));
        timeline.Render(parameters => parameters.Add(it => it.Selected, null));
        timeline.Render(parameters => parameters.Add(it => it.Selected, Transferred.Marks[4].Fingerprint));

        Assert.Equal([null, Transferred.Marks[4].Fingerprint], Selections());
    }

    [Fact]
    public async Task Choice_OfAnUnknownEvent_IsIgnored()
    {
        List<string> told = [];
        var timeline = Show(Transferred, told);
        await timeline.InvokeAsync(() => timeline.Instance.ChooseAsync("0-0000000000000000"));

        Assert.Empty(told);
    }

    [Fact]
    public void Lanes_BeyondTheFirst_AreCountedAndDrawnWhenAskedFor()
    {
        var timeline = Show(ShownLanesTests.SessionOf(230));
        Assert.Equal(ShownLanes.First, timeline.FindAll("[data-testid=leg-lane]").Count);
        Assert.Equal("230 legs, 50 drawn · 230 events", timeline.Find(".counts").TextContent);
        var hidden = timeline.Find("[data-testid=hidden-lanes]");
        Assert.Equal("180", hidden.GetAttribute("data-count"));
        Assert.Equal("and 180 more legs, not drawn here", hidden.QuerySelector("span")!.TextContent);
        Assert.Equal("Show all 230", hidden.QuerySelector("button")!.TextContent);

        timeline.Find("[data-testid=hidden-lanes] button").Click();

        Assert.Equal(230, timeline.FindAll("[data-testid=leg-lane]").Count);
        Assert.Empty(timeline.FindAll("[data-testid=hidden-lanes]"));
        Assert.Equal("230 legs · 230 events", timeline.Find(".counts").TextContent);
        Assert.Equal([50], _browser.Invocations["useLanes"].Select(call => (int?)call.Arguments[0]));
        Assert.Single(_browser.Invocations["show"]);
    }

    [Fact]
    public void Selection_OnALaneThatIsNotDrawn_DrawsItBeforeItGoesToTheBrowser()
    {
        var session = ShownLanesTests.SessionOf(230);
        var timeline = Show(session);
        timeline.Render(parameters => parameters.Add(it => it.Selected, session.Marks[200].Fingerprint));

        Assert.Equal("200", timeline.FindAll("[data-testid=leg-lane]")[^1].GetAttribute("data-lane"));
        Assert.Equal("179", timeline.Find("[data-testid=hidden-lanes]").GetAttribute("data-count"));
        Assert.Equal([null], _browser.Invocations["useLanes"].Select(call => (int?)call.Arguments[0]));
        Assert.Equal([session.Marks[200].Fingerprint], Selections());
    }

    [Fact]
    public void Link_ToAnEventOnALaneThatIsNotDrawn_OpensWithIt()
    {
        var session = ShownLanesTests.SessionOf(230);
        var timeline = Render<SessionTimeline>(parameters => parameters.Add(it => it.Session, session).Add(it => it.Selected, session.Marks[229].Fingerprint));

        Assert.Equal("229", timeline.FindAll("[data-testid=leg-lane]")[^1].GetAttribute("data-lane"));
        Assert.Empty(_browser.Invocations["useLanes"]);
        Assert.Equal([session.Marks[229].Fingerprint], Selections());
    }

    [Fact]
    public async Task Choice_OnALaneThatIsNotDrawn_DrawsIt()
    {
        var session = ShownLanesTests.SessionOf(230);
        var timeline = Show(session);
        await timeline.InvokeAsync(() => timeline.Instance.ChooseAsync(session.Marks[100].Fingerprint));

        Assert.Equal("100", timeline.FindAll("[data-testid=leg-lane]")[^1].GetAttribute("data-lane"));
    }

    private IEnumerable<string?> Selections() => _browser.Invocations["select"].Select(call => (string?)call.Arguments[0]);

    private IRenderedComponent<SessionTimeline> Show(CallSession session, List<string>? told = null) =>
        Render<SessionTimeline>(parameters => parameters.Add(it => it.Session, session).Add(it => it.SelectedChanged, fingerprint => told?.Add(fingerprint)));
}
