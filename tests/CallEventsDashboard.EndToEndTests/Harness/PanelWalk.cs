namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>Goes through the panels below a session's timeline, for a hostile test.</summary>
internal static class PanelWalk
{
    /// <summary>The rows of the session whose type nobody knows: what else is shown of a row, these show as it was sent.</summary>
    public const string Rows =
        """
        const grid = byId('event-scroller');
        for (let index = 0; index < Number(grid.getAttribute('aria-rowcount')); index++) {
          const row = await rowAt('event', index);
          if (/[<>&"]/.test(row.dataset.eventType)) addCells(row);
        }
        """;

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

    // Asks for more until there is no more, then reads the links to events and the parties of the legs.
    private const string Links =
        """
        const more = () => [...document.querySelectorAll('#session-panel .btn')].filter(button => button.textContent.startsWith('Show more'));
        while (more().length) { const before = document.querySelectorAll('#session-panel li').length; more()[0].click(); await until(() => document.querySelectorAll('#session-panel li').length > before); }
        for (const list of document.querySelectorAll('#session-panel [data-testid]')) for (const link of list.querySelectorAll('.event-link .text')) add(list.dataset.testid, link.textContent);
        for (const party of document.querySelectorAll('#session-panel .party')) add('party', party.textContent);
        """;

    /// <summary>The names of the tabs, and what is looked at in each. Causes and effects have names of the catalogue by their nature.</summary>
    public static IReadOnlyList<(string Tab, string Script)> Tabs { get; } = [("Ladder", Ladder), ("Timings", Links), ("Cause and effect", Links)];

    /// <summary>With an asterisk and a number where the page cuts texts to that length.</summary>
    public static IReadOnlyList<string> Places { get; } =
        ["row eventName", "row eventType", "name", "name title", "type", "type title", "delivery", "ladder*28", "ladder title*80", "response-times*80", "deliveries*80", "party*60"];
}
