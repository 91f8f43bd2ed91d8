using System.Text.Json;

namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>A test of texts that an enemy chose: it counts what runs, and steers from within the page, so that thousands of steps take no time.</summary>
public abstract class HostileTest(DashboardFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    // Steps wait for what they have brought about, and give up if it does not come.
    private const string Steps =
        """
        const until = find => new Promise((resolve, reject) => {
          const done = (settle, value) => { observer.disconnect(); clearTimeout(timer); settle(value); };
          const look = () => { const found = find(); if (found) done(resolve, found); };
          const observer = new MutationObserver(look);
          observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
          const timer = setTimeout(() => done(reject, new Error(`never came: ${find}`)), 120000);
          look();
        });
        const byId = (name, root = document) => root.querySelector(`[data-testid=${name}]`);
        const seen = new Map();
        const add = (place, text) => { if (text) (seen.get(place) ?? seen.set(place, new Set()).get(place)).add(text); };
        const told = () => JSON.stringify(Object.fromEntries([...seen].map(([place, texts]) => [place, [...texts]])));
        const rowAt = async (list, index) => {
          const find = () => byId(list + '-scroller').querySelector(`[data-testid=${list}-row][data-index="${index}"]`);
          if (!find()) byId(list + '-scroller').scrollTop = index * Number(getComputedStyle(byId(list + '-scroller')).getPropertyValue('--row-height'));
          return await until(find);
        };
        const addCells = row => {
          for (const [name, text] of Object.entries(row.dataset)) add(`row ${name}`, text);
          for (const cell of row.children) {
            cell.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
            add(cell.classList[0], cell.textContent.trim());
            add(`${cell.classList[0]} title`, cell.title);
          }
        };
        """;

    private int _executions;

    public override async ValueTask DisposeAsync()
    {
        Assert.Equal(0, _executions);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // One theme for all: it colours elements, and makes none.
    protected async Task<Visitor> VictimAsync()
    {
        Assert.Equal(500, Payloads.All.Distinct(StringComparer.Ordinal).Count());
        var visitor = await VisitorAsync();
        // Painting is a third of the work of thousands of steps, and a window this low has little to paint.
        await visitor.Page.SetViewportSizeAsync(1440, 300);
        await visitor.Context.ExposeFunctionAsync("xss", (int _) => Interlocked.Increment(ref _executions));
        visitor.Page.Dialog += async (_, dialog) =>
        {
            Interlocked.Increment(ref _executions);
            await dialog.DismissAsync();
        };
        return visitor;
    }

    /// <summary>Runs steps in the page; they <c>add</c> what they see.</summary>
    /// <param name="argument">What the steps know as <c>it</c>.</param>
    private protected static async Task LookAsync(IPage page, SeenTexts seen, string steps, object? argument = null) =>
        seen.Add(JsonSerializer.Deserialize<Dictionary<string, string[]>>(await page.EvaluateAsync<string>($"async it => {{ {Steps} {steps}; return told(); }}", argument))!);
}
