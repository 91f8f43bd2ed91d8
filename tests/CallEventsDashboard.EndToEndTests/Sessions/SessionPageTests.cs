using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

public sealed class SessionPageTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Transfer = "filter[name]=transfer";

    [Theory]
    [InlineData(Transfer, 2)]
    [InlineData("filter[name]=bridge", 1)]
    [InlineData("filter[name]=conference.participant.joined", 1)]
    [InlineData("filter[product]=texml", 1)]
    public async Task Session_OfEachKindOfCall_ShowsAllThatTheApiHasOfIt(string call, int fewestLegs)
    {
        var sent = await SessionOfAsync(call);
        var visitor = await VisitorAsync();

        await OpenAsync(visitor, sent[0].SessionId);

        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-total", $"{sent.Count}");
        // The attempts to deliver one webhook are one row until they are asked for.
        if (await visitor.Page.GetByTestId("attempt-rows").CountAsync() > 0)
            await visitor.Button("Show each attempt").ClickAsync();
        await Expect(visitor.Rows).ToHaveCountAsync(sent.Count);
        var shown = (await visitor.LoadedRowsAsync()).Select(row => row.AsSent).ToList();
        Assert.Equal(shown.Select(row => row.OccurredAt).Order(StringComparer.Ordinal), shown.Select(row => row.OccurredAt));
        Assert.Equal(sent.Select(Plain).Order(StringComparer.Ordinal), shown.Select(Plain).Order(StringComparer.Ordinal));
        var legs = sent.Select(row => row.LegId).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(legs.Count >= fewestLegs);
        await Expect(visitor.Page.GetByTestId("leg-lane")).ToHaveCountAsync(legs.Count);
    }

    [Fact]
    public async Task Outcome_LinksToTheHangupThatDecided_WithItsRawValues()
    {
        var sent = await SessionOfAsync(Transfer);
        var visitor = await VisitorAsync();
        await OpenAsync(visitor, sent[0].SessionId);

        var outcome = visitor.Page.GetByTestId("outcome");
        var cause = await outcome.GetAttributeAsync("data-cause");
        var proof = await outcome.GetAttributeAsync("data-event");
        Assert.NotEqual("", cause);
        await outcome.GetByRole(AriaRole.Link).First.ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync($"/sessions/{sent[0].SessionId}?event={proof}");
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", proof!);
        await Expect(visitor.Detail).ToContainTextAsync("hangup_cause");
        Assert.Contains(sent, row => row.Name.EndsWith("hangup", StringComparison.Ordinal) && row.Record.GetRawText().Contains($"\"{cause}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fax_HasNoSession_AndIsLinkedToNone()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("product=fax");

        await visitor.RowAt(0).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();

        await Expect(visitor.Detail.GetByRole(AriaRole.Link, new() { Name = "Open session" })).ToHaveCountAsync(0);
        await Expect(visitor.Rows.Locator("a")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Event_OfTheList_OpensInItsSession_AndTheWayBackRestoresTheList()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.hangup&type=webhook");
        var row = await visitor.LoadedRowAsync(2);
        await visitor.RowAt(2).ClickAsync();

        await visitor.Detail.GetByRole(AriaRole.Link, new() { Name = "Open session" }).ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync($"/sessions/{row.SessionId}?name=call.hangup&type=webhook&event={row.Fingerprint}");
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", row.Fingerprint);
        await Expect(visitor.Page.Locator($"[data-testid=event-row][data-fingerprint='{row.Fingerprint}']")).ToBeInViewportAsync();

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the list of events" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync("/events?name=call.hangup&type=webhook");
        await visitor.WaitForRowsAsync();
        await Expect(visitor.Badge("name")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Permalink_Copied_OpensThatEventInAnotherBrowser()
    {
        var sent = await SessionOfAsync(Transfer);
        var sender = await VisitorAsync();
        await sender.AllowClipboardAsync();
        await OpenAsync(sender, sent[0].SessionId);
        var row = (await sender.LoadedRowsAsync())[^1];
        await sender.RowAt(row.Index).ClickAsync();
        await Expect(sender.Detail).ToHaveAttributeAsync("data-fingerprint", row.Fingerprint);
        await sender.Button("Copy link").First.ClickAsync();
        var link = await sender.CopiedAsync("http");

        var receiver = await VisitorAsync(390);
        await receiver.GoToAsync(link);

        await Expect(receiver.Page).ToHaveURLAsync($"/sessions/{row.SessionId}?event={row.Fingerprint}&key={Keys.Name}");
        await Expect(receiver.Detail).ToHaveAttributeAsync("data-fingerprint", row.Fingerprint);
        var box = await receiver.Detail.BoundingBoxAsync();
        Assert.Equal((390, 844), ((int)box!.Width, (int)box.Height));
    }

    [Fact]
    public async Task Permalink_WhoseTimelineGrowsAfterwards_KeepsItsEventInView()
    {
        var sent = await SessionOfAsync(Transfer);
        var visitor = await VisitorAsync();
        await OpenAsync(visitor, sent[0].SessionId);
        var last = (await visitor.LoadedRowsAsync())[^1];
        var opened = await VisitorAsync();
        await OpenAsync(opened, last.SessionId, $"event={last.Fingerprint}");
        await Expect(opened.Detail).ToHaveAttributeAsync("data-fingerprint", last.Fingerprint);
        await Expect(opened.RowAt(last.Index)).ToBeInViewportAsync();

        await opened.Page.GetByTestId("session-timeline").EvaluateAsync("timeline => { timeline.style.minHeight = '1500px'; }");

        await Expect(opened.RowAt(last.Index)).ToBeInViewportAsync();
        await Expect(opened.Page.GetByTestId("session-timeline")).ToHaveCSSAsync("min-height", "1500px");
        await Expect(opened.RowAt(last.Index)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Permalink_ToAnEventThatIsGone_SaysSo()
    {
        var sent = await SessionOfAsync(Transfer);
        var visitor = await VisitorAsync();

        await OpenAsync(visitor, sent[0].SessionId, "event=1763800000000000-00000000000000aa");

        await Expect(visitor.Page.GetByTestId("event-not-found")).ToContainTextAsync("not in this session");
        await Expect(visitor.Detail).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Keyboard_Alone_SelectsEventsAndTurnsToEachView()
    {
        var sent = await SessionOfAsync(Transfer);
        var visitor = await VisitorAsync();
        await OpenAsync(visitor, sent[0].SessionId);
        var keyboard = visitor.Page.Keyboard;

        await visitor.Grid.FocusAsync();
        await keyboard.PressAsync("Home");
        await Expect(visitor.RowAt(0)).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowDown");
        await Expect(visitor.RowAt(1)).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        // By its fingerprint: the attempts of one webhook are one row.
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", (await visitor.LoadedRowAsync(1)).Fingerprint);
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-listens", "");
        await keyboard.PressAsync("Escape");
        await Expect(visitor.Detail).ToHaveCountAsync(0);
        await Expect(visitor.RowAt(1)).ToBeFocusedAsync();

        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Events" }).FocusAsync();
        foreach (var (tab, handle) in new[] { ("Ladder", "ladder"), ("Timings", "response-times"), ("Cause and effect", "effects") })
        {
            await keyboard.PressAsync("ArrowRight");
            await Expect(visitor.Page.GetByRole(AriaRole.Tab, new() { Name = tab })).ToBeFocusedAsync();
            await Expect(visitor.Page.GetByTestId(handle)).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task StopAndComma_InTheEventList_StepThroughTheLegOfTheSelectedEvent()
    {
        var sent = await SessionOfAsync(Transfer);
        var visitor = await VisitorAsync();
        await OpenAsync(visitor, sent[0].SessionId);
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        var rows = await visitor.LoadedRowsAsync();
        // Attempts of one webhook are one step.
        var leg = rows.Where(row => row.LegId == rows[0].LegId).DistinctBy(row => (row.OccurredAt, row.Name)).ToList();

        await visitor.RowAt(leg[0].Index).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-index", $"{leg[0].Index}");
        await visitor.RowAt(leg[0].Index).FocusAsync();
        await visitor.Page.Keyboard.PressAsync(".");
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-index", $"{leg[1].Index}");
        await Expect(visitor.RowAt(leg[1].Index)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync(".");
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-index", $"{leg[2].Index}");
        await Expect(visitor.RowAt(leg[2].Index)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync(",");
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-index", $"{leg[1].Index}");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task CopyMenu_ByEscape_ClosesAndGivesTheFocusBack(int width)
    {
        var sent = await SessionOfAsync(Transfer);
        var visitor = await VisitorAsync(width);
        await OpenAsync(visitor, sent[0].SessionId);
        var menu = visitor.Page.Locator("summary").Filter(new() { HasText = "Copy" }).First;

        await menu.PressAsync("Enter");
        await visitor.Button("Copy as text").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        await Expect(visitor.Page.Locator("details[open]")).ToHaveCountAsync(0);
        await Expect(menu).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Session_Copied_IsAReportAMermaidDiagramAndAPicture()
    {
        var sent = await SessionOfAsync(Transfer);
        var visitor = await VisitorAsync();
        await visitor.AllowClipboardAsync();
        await OpenAsync(visitor, sent[0].SessionId);

        var report = await CopyAsync(visitor, "Copy as text", "Call session");
        Assert.Contains(sent[0].SessionId, report, StringComparison.Ordinal);
        Assert.Matches(@"\+\d{10,}", report);
        Assert.DoesNotMatch(@"\+\d{10,}", await CopyAsync(visitor, "Copy as text, numbers masked", "Call session"));
        Assert.Contains("transfer", await CopyAsync(visitor, "Copy the ladder as Mermaid", "sequenceDiagram"), StringComparison.Ordinal);

        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Ladder" }).ClickAsync();
        await Expect(visitor.Page.GetByTestId("ladder")).ToBeVisibleAsync();
        var picture = await CopyAsync(visitor, "Copy the ladder as SVG", "<svg");
        Assert.Contains("not SIP", picture, StringComparison.Ordinal);
        Assert.Contains("stroke=\"rgb", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", picture, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Appearance.Looks), MemberType = typeof(Appearance))]
    public async Task Page_InEveryLook_IsAccessible(int width, ColorScheme theme)
    {
        var sent = await SessionOfAsync(Transfer);
        var visitor = await VisitorAsync(width, theme);
        await OpenAsync(visitor, sent[0].SessionId);
        await Appearance.AssertFitsAsync(visitor, "session");
        foreach (var tab in new[] { "Ladder", "Timings", "Cause and effect", "Events" })
        {
            await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            await Appearance.AssertFitsAsync(visitor, $"session, {tab}", "[role=tabpanel]");
        }

        await visitor.RowAt(1).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "session with detail", "[data-testid=event-detail]");
    }

    /// <summary>All rows of the session of some call that has ended: one of those that the service lists first.</summary>
    private async Task<IReadOnlyList<ApiRow>> SessionOfAsync(string call)
    {
        foreach (var candidate in (await Sandbox.PageAsync(call, 2, 50)).Rows.Where(row => row.SessionId.Length > 0))
        {
            var rows = (await Sandbox.PageAsync($"filter[application_session_id]={candidate.SessionId}", 1)).Rows;
            if (rows.Any(row => row.Name.EndsWith("hangup", StringComparison.Ordinal)))
                return rows;
        }

        throw new InvalidOperationException($"The Sandbox has no session with {call}.");
    }

    private static async Task OpenAsync(Visitor visitor, string sessionId, string query = "")
    {
        await visitor.GoToAsync($"/sessions/{sessionId}{(query.Length > 0 ? "?" : "")}{query}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        await Expect(visitor.Rows.First).ToBeVisibleAsync();
    }

    private static async Task<string> CopyAsync(Visitor visitor, string item, string beginning)
    {
        await visitor.Page.EvaluateAsync("navigator.clipboard.writeText('')");
        await visitor.Page.Locator("summary").Filter(new() { HasText = "Copy" }).First.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = item, Exact = true }).ClickAsync();
        var copied = await visitor.CopiedAsync(beginning);
        await Expect(visitor.Page.Locator("details[open]")).ToHaveCountAsync(0);
        return copied;
    }

    private static string Plain(ApiRow row) => $"{row.OccurredAt} {row.Name} {row.Type} {row.LegId} {row.SessionId}";
}
