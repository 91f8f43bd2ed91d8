using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed class PickTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string Query = "name=call.hangup&last=12h";

    [Fact]
    public async Task Events_ArePickedByMouseAndKeys_Copied_Downloaded_AndLetGoWithTheirList()
    {
        var visitor = await VisitorAsync();
        await visitor.AllowClipboardAsync();
        await visitor.OpenEventsAsync(Query);
        var picks = visitor.Page.GetByTestId("picks");
        var picked = visitor.Page.Locator("[data-testid=event-row][data-picked]");
        await Expect(picks).ToHaveAttributeAsync("data-ready", "");
        await Expect(picks).ToBeHiddenAsync();

        await visitor.RowAt(2).ClickAsync(new() { Modifiers = [KeyboardModifier.ControlOrMeta] });
        await visitor.RowAt(5).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(picks).ToHaveAttributeAsync("data-count", "4");
        await Expect(picks).ToContainTextAsync("4 events picked");
        await visitor.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await Expect(visitor.RowAt(6)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("k");
        await Expect(visitor.RowAt(5)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("p");
        await Expect(picked).ToHaveCountAsync(4);
        // Nothing was opened, and a picked row is none that is open.
        await Expect(visitor.Detail).ToHaveCountAsync(0);
        await Expect(visitor.Page.Locator("[data-testid=event-row][aria-selected=true]")).ToHaveCountAsync(0);

        var expected = new List<string>();
        foreach (var index in new[] { 2, 3, 4, 6 })
            expected.Add((await visitor.LoadedRowAsync(index)).LegId);
        await visitor.Button("Copy as Markdown").ClickAsync();
        var table = (await visitor.CopiedAsync("| Time |")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected.Count + 2, table.Length);
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Button("Download as JSON").ClickAsync());
        var json = await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.All(expected, leg => Assert.Contains(leg, json, StringComparison.Ordinal));
        Assert.StartsWith("call-events_4-picked_", file.SuggestedFilename, StringComparison.Ordinal);

        // They stay while the list is scrolled, and go with it.
        await visitor.Scroller.EvaluateAsync("grid => { grid.scrollTop = 4000; }");
        await Expect(picked).ToHaveCountAsync(0);
        await visitor.Scroller.EvaluateAsync("grid => { grid.scrollTop = 0; }");
        await Expect(picked).ToHaveCountAsync(4);
        await visitor.RowAt(0).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(picks).ToBeHiddenAsync();
        await visitor.Page.Keyboard.PressAsync("p");
        await Expect(picks).ToHaveAttributeAsync("data-count", "1");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Failed webhooks" }).ClickAsync();
        await Expect(visitor.Page.GetByTestId("picks")).ToBeHiddenAsync();
    }
}
