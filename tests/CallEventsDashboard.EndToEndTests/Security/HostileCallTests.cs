using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>
/// Calls that can be followed, in which an enemy chose all texts but what belongs together and the names that calls are followed by: for each payload a
/// session of one leg, and one session that has a leg for each.
/// </summary>
public sealed class HostileCallFixture() : DashboardFixture(
    ["--events", "0", "--order", "ascending", "--shape", "field", "--texts", Payloads.Save(), "--texts-keep", "names"],
    new Dictionary<string, string>(StringComparer.Ordinal));

[CollectionDefinition(nameof(HostileCall))]
public sealed class HostileCall : ICollectionFixture<HostileCallFixture>;

/// <summary>Five hundred payloads in every place of the pages of sessions: none runs, and the policy has nothing to stop.</summary>
[Collection(nameof(HostileCall))]
public sealed class HostileCallTests(HostileCallFixture dashboard, BrowserFixture browser) : HostileTest(dashboard, browser)
{
    [Fact]
    public async Task Sessions_OfOneLeg_ShowEachInEveryPlaceOfTheHeadAndTheTimeline()
    {
        var sessions = (await HangUpsAsync()).Where(session => session.Value == 1).Select(session => session.Key).ToList();
        var events = await Sandbox.CountAsync($"filter[application_session_id]={sessions[0]}");
        var visitor = await VictimAsync();
        await visitor.OpenEventsAsync();
        var seen = new SeenTexts();

        foreach (var chosen in sessions.Chunk(SessionWalk.Stride))
            await LookAsync(visitor.Page, seen, SessionWalk.Script, new { ids = chosen, events });

        Assert.Equal(Payloads.All.Count, sessions.Count);
        Assert.Empty(seen.Lacking(SessionWalk.Places));
    }

    [Fact]
    public async Task Session_OfALegForEach_ShowsThemInEveryView()
    {
        var session = (await HangUpsAsync()).Single(session => session.Value == Payloads.All.Count).Key;
        var visitor = await VictimAsync();
        await visitor.GoToAsync($"/sessions/{session}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        var seen = new SeenTexts();

        await LookAsync(visitor.Page, seen, PanelWalk.Rows);
        foreach (var (tab, script) in PanelWalk.Tabs)
        {
            await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
            await LookAsync(visitor.Page, seen, script);
        }

        Assert.Empty(seen.Lacking(PanelWalk.Places));

        await visitor.Page.Locator("[data-axis]").FocusAsync();
        await visitor.Page.Keyboard.PressAsync(".");
        await Expect(visitor.Detail).ToBeVisibleAsync();
    }

    /// <summary>The sessions, each with the number of its legs: every leg hangs up once.</summary>
    private async Task<Dictionary<string, int>> HangUpsAsync()
    {
        var hangUps = new List<ApiRow>();
        for (long number = 1, total = 1; hangUps.Count < total; number++)
        {
            var page = await Sandbox.PageAsync("filter[name]=call.hangup", number);
            hangUps.AddRange(page.Rows);
            total = page.Total;
        }

        return hangUps.CountBy(row => row.SessionId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
