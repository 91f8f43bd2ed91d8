using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

/// <summary>One long session in which an enemy chose the texts, but not what belongs together: a third of the events have a name that is known, another a type that is.</summary>
public sealed class HostileSessionFixture() : DashboardFixture(
    ["--events", "3600", "--long-session", "3600", "--seed", "6", "--order", "ascending", "--shape", "mixed", "--texts", Payloads.Save(), "--texts-keep", "ids"],
    new Dictionary<string, string>(StringComparer.Ordinal));

[CollectionDefinition(nameof(HostileSession))]
public sealed class HostileSession : ICollectionFixture<HostileSessionFixture>;

/// <summary>Payloads in every place of a session's page, in both themes: none runs, and the policy has nothing to stop.</summary>
[Collection(nameof(HostileSession))]
public sealed class HostileSessionTests(HostileSessionFixture dashboard, BrowserFixture browser) : HostileTest(dashboard, browser)
{
    // A step of the ladder is spoken as its label, who to whom, and more.
    private const string Ladder =
        """
        const draw = () => {
          for (const step of byId('ladder').querySelectorAll('.step')) {
            add('ladder', step.querySelector('.name').textContent);
            add('ladder title', step.querySelector('title').textContent.split(', ')[0]);
          }
        };
        const later = () => [...document.querySelectorAll('#session-panel button')].find(button => button.textContent === 'Later' && !button.disabled);
        const shown = () => document.querySelector('#session-panel [role=status]').textContent;
        for (draw(); later(); draw()) { const before = shown(); later().click(); await until(() => shown() !== before); }
        """;

    // Asks for more until there is no more, then reads the links to events and the pills beside them.
    private const string Links =
        """
        const more = () => [...document.querySelectorAll('#session-panel .btn')].filter(button => button.textContent.startsWith('Show more'));
        while (more().length) { const before = document.querySelectorAll('#session-panel li').length; more()[0].click(); await until(() => document.querySelectorAll('#session-panel li').length > before); }
        for (const list of document.querySelectorAll('#session-panel [data-testid]')) for (const link of list.querySelectorAll('.event-link .text')) add(list.dataset.testid, link.textContent);
        """;

    // The timeline is drawn again for each part of the session that has been read.
    private const string Marks =
        """
        const foreign = () => [...document.querySelectorAll('[data-testid=event-mark]')].filter(mark => /[<>&"]/.test(mark.dataset.eventName));
        await until(() => foreign().length > 100);
        for (const mark of foreign()) add('mark', mark.dataset.eventName);
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Session_ShowsEachInEveryView(ColorScheme theme)
    {
        var visitor = await VictimAsync(theme);
        await visitor.GoToAsync($"/sessions/{await LongestAsync()}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        await Expect(visitor.Page.GetByTestId("outcome")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        var seen = new SeenTexts();

        await LookAsync(visitor.Page, seen, "const grid = byId('event-scroller').getAttribute('aria-rowcount'); for (let index = 0; index < Number(grid); index++) addCells(await rowAt('event', index))");
        await OpenAsync(visitor, "Ladder");
        await LookAsync(visitor.Page, seen, Ladder);
        await OpenAsync(visitor, "Timings");
        await LookAsync(visitor.Page, seen, Links);
        await OpenAsync(visitor, "Cause and effect");
        await LookAsync(visitor.Page, seen, Links);
        await LookAsync(visitor.Page, seen, Marks);

        Assert.Empty(seen.Lacking(["row eventName", "row eventType", "name", "name title", "type", "type title", "delivery", "ladder*28", "ladder title*80"]));
        // Marks that are near each other are one, and only a webhook that a command followed, or that failed, has a time of its own: these views show some of the
        // names. Causes and effects have names of the catalogue by their nature. What has one value for the whole session needs many sessions: HostileCallTests.
        Assert.True(seen.Count("mark") > 100, $"{seen.Count("mark")} in marks");
        Assert.True(seen.Count("think-times") > 100, $"{seen.Count("think-times")} in think times");
        Assert.True(seen.Count("deliveries") > 10, $"{seen.Count("deliveries")} in deliveries");

        await visitor.Page.Locator("[data-axis]").FocusAsync();
        await visitor.Page.Keyboard.PressAsync(".");
        await Expect(visitor.Detail).ToBeVisibleAsync();
    }

    private static async Task OpenAsync(Visitor visitor, string tab)
    {
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToBeVisibleAsync();
    }

    private async Task<string> LongestAsync() =>
        (await Sandbox.PageAsync("", 2)).Rows.Where(row => row.SessionId.Length > 0).CountBy(row => row.SessionId).MaxBy(pair => pair.Value).Key;
}
