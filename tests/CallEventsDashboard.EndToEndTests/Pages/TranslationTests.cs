using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>A translator that does not heed what the page asks, and replaces its texts as those of browsers do.</summary>
public sealed class TranslationTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Translator =
        """
        window.translate = root => {
          const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('script, style, font')) texts.push(walker.currentNode);
          for (const text of texts) {
            const outer = document.createElement('font');
            outer.append(document.createElement('font'));
            outer.firstChild.append(text.data.toUpperCase());
            text.before(outer);
            text.remove();
          }
        };
        """;

    [Fact]
    public async Task Translator_OfALivePage_LeavesHeadingAndRecordTogether()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("translate", "no");
        var rows = await visitor.LoadedRowsAsync();
        var (first, other) = (rows[0], rows.First(row => row.Name != rows[0].Name));
        await visitor.RowAt(first.Index).ClickAsync();
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", first.Fingerprint);

        await visitor.Page.EvaluateAsync($"() => {{ {Translator} translate(document.body); }}");
        await visitor.RowAt(other.Index).ClickAsync();

        await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", other.Fingerprint);
        await Expect(visitor.Detail.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(other.Name);
        await Expect(visitor.Detail.Locator("time").First).ToHaveAttributeAsync("datetime", other.OccurredAt);
        await Expect(visitor.Page.Locator("font")).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByTestId("translation-notice")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Translator_ThatInsists_IsSaid()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();

        await visitor.Page.EvaluateAsync(
            $"() => {{ {Translator} translate(document.body); new MutationObserver(changes => changes.forEach(change => change.target.isConnected && translate(change.target))).observe(document.body, {{ childList: true, subtree: true }}); }}");

        await Expect(visitor.Page.GetByTestId("translation-notice")).ToBeVisibleAsync();
    }
}
