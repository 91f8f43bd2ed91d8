using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>What is done every day, by the keyboard alone; each with the number of keys that it takes.</summary>
public sealed class KeyboardTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private int _keys;

    [Fact]
    public async Task FirstFailedWebhook_IsOpenedByEightKeys()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();

        await PressAsync(visitor, "Control+k", "w", "e", "b", "Enter");
        await Expect(visitor.Page).ToHaveURLAsync("/events?failed=true&type=webhook&last=1h");
        await visitor.WaitForRowsAsync();
        await PressAsync(visitor, "j");
        await Expect(visitor.RowAt(0)).ToBeFocusedAsync();
        await PressAsync(visitor, "Enter");

        await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", (await visitor.LoadedRowAsync(0)).Fingerprint);
        Assert.InRange(_keys, 1, 8);
    }

    [Fact]
    public async Task EventThreeRowsDown_AndItsSession_AreOpenedByFourKeys_AndTheNextSessionByOne()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        await visitor.RowAt(0).ClickAsync();
        await visitor.SelectedAddressAsync();

        await PressAsync(visitor, "j", "j", "j");
        var third = await visitor.LoadedRowAsync(3);
        await Expect(visitor.RowAt(3)).ToBeFocusedAsync();
        await Expect(visitor.Detail).ToHaveAttributeAsync("data-fingerprint", third.Fingerprint);
        Assert.Equal(["0"], await visitor.Page.Locator("[role=grid], [role=grid] [role=row]").EvaluateAllAsync<string[]>("all => all.filter(one => one.tabIndex === 0).map(one => String(one.tabIndex))"));
        await PressAsync(visitor, "o");
        await Expect(visitor.Page.GetByTestId("session-timeline")).ToBeVisibleAsync();
        Assert.StartsWith($"/sessions/{third.SessionId}?event=", new Uri(visitor.Page.Url).PathAndQuery, StringComparison.Ordinal);
        Assert.InRange(_keys, 1, 4);

        await PressAsync(visitor, "]");
        await Expect(visitor.Page).Not.ToHaveURLAsync(new Regex(third.SessionId, RegexOptions.None, TimeSpan.FromSeconds(1)));
        await PressAsync(visitor, "[");
        await Expect(visitor.Page).ToHaveURLAsync($"/sessions/{third.SessionId}");
    }

    [Fact]
    public async Task Number_IsSearchedByThreeKeys_ATimeChosenByThree_AndTheLinkCopiedByOne()
    {
        var visitor = await VisitorAsync();
        await visitor.AllowClipboardAsync();
        await visitor.OpenEventsAsync();

        await PressAsync(visitor, "/");
        await visitor.Page.Keyboard.InsertTextAsync("+1 (702) 555-0142");
        await PressAsync(visitor, "Enter");
        await Expect(visitor.Page).ToHaveURLAsync("/events?party=%2B17025550142");
        Assert.InRange(_keys + 1, 1, 3);

        await visitor.OpenEventsAsync();
        _keys = 0;
        await PressAsync(visitor, "t");
        await Expect(visitor.Button("Any time in the last 24 hours")).ToBeFocusedAsync();
        await PressAsync(visitor, "Tab", "Enter");
        await Expect(visitor.Page).ToHaveURLAsync("/events?last=15m");
        Assert.InRange(_keys, 1, 3);

        // The account has no event that is younger than the tests.
        await visitor.WaitForListAsync();
        await PressAsync(visitor, "y");
        Assert.Contains("occurred_at.lte=", await visitor.CopiedAsync($"{Dashboard.Address}events?occurred_at.gte="), StringComparison.Ordinal);
        await Expect(visitor.Page.Locator("[data-copy-bubble]")).ToHaveTextAsync("Copied as it is now");

        // The first copy asks which link is meant; the answer is kept.
        await visitor.Page.GetByTestId("copy-kinds").GetByRole(AriaRole.Button, new() { Name = "Rolling" }).ClickAsync();
        await visitor.CopiedAsync($"{Dashboard.Address}events?last=15m&key=");
        await PressAsync(visitor, "y");
        await Expect(visitor.Page.Locator("[data-copy-bubble]")).ToHaveTextAsync("Copied rolling");
    }

    [Theory]
    [MemberData(nameof(Appearance.Looks), MemberType = typeof(Appearance))]
    public async Task DialogsOfKeysAndViews_AreAccessible(int width, ColorScheme theme)
    {
        var visitor = await VisitorAsync(width, theme);
        await visitor.OpenEventsAsync();

        await PressAsync(visitor, "?");
        await Expect(visitor.Page.GetByTestId("key-help")).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "the dialog of keys", "[data-testid=key-help]");
        await PressAsync(visitor, "Escape", "Control+k");
        await Expect(visitor.Page.GetByTestId("palette-item").First).ToHaveAttributeAsync("aria-selected", "true");
        await Appearance.AssertFitsAsync(visitor, "the palette", "[data-testid=palette]");
        await PressAsync(visitor, "Escape");
        await visitor.Page.GetByTestId("views-open").ClickAsync();
        await Expect(visitor.Page.GetByTestId("views")).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "the menu of views", "[data-testid=views]");
        await PressAsync(visitor, "Escape");
        await Expect(visitor.Page.GetByTestId("views")).ToHaveCountAsync(0);
        if (width < 600)
            return;
        await visitor.Page.GetByTestId("columns-open").ClickAsync();
        await Expect(visitor.Page.GetByTestId("chosen-column").First).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "the panel of columns", "[data-testid=columns]");
    }

    [Fact]
    public async Task ViewWithColumns_IsKeptOverAReload_AndComesBackByThePalette()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.hangup&last=6h");
        await visitor.Page.GetByTestId("columns-open").ClickAsync();
        await visitor.Field("Add a column: one of the list, or any field of the loaded events").FillAsync("hangup_cause");
        await visitor.Page.Locator("[data-testid=column-offer][data-column='payload.hangup_cause']").ClickAsync();
        await visitor.Button("Compact").ClickAsync();
        await PressAsync(visitor, "Escape");
        await Expect(visitor.Page.GetByRole(AriaRole.Columnheader).Last).ToHaveTextAsync("hangup_cause");
        await Expect(visitor.RowAt(0).GetByRole(AriaRole.Gridcell).Last).ToHaveTextAsync(new Regex("^[a-z_]+$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('[data-testid=event-row][data-index=\"0\"]')?.getBoundingClientRect().height === 26");

        var head = visitor.Page.Locator("[data-column=name]");
        var before = await head.BoundingBoxAsync();
        await visitor.Page.Mouse.MoveAsync(before!.X + before.Width - 3, before.Y + 10);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(before.X + before.Width + 57, before.Y + 10);
        await visitor.Page.Mouse.UpAsync();
        await Expect(visitor.Scroller).ToHaveAttributeAsync("style", new Regex($"{Math.Round(before.Width + 60)}px", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await visitor.Page.GetByTestId("views-open").ClickAsync();
        await visitor.Page.Locator("#view-name").FillAsync("Causes");
        await visitor.Page.Locator("#view-name").PressAsync("Enter");
        await Expect(visitor.Page.Locator("[data-testid=saved-view][data-name=Causes]")).ToBeVisibleAsync();
        await PressAsync(visitor, "Escape");
        await visitor.Page.GetByTestId("columns-open").ClickAsync();
        await visitor.Button("Default columns").ClickAsync();
        await Expect(visitor.Page.Locator("[data-column=field-9]")).ToHaveCountAsync(0);

        await visitor.OpenEventsAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Columnheader, new() { Name = "hangup_cause" })).ToHaveCountAsync(0);
        await PressAsync(visitor, "Control+k");
        await visitor.Page.Keyboard.TypeAsync("causes");
        await PressAsync(visitor, "Enter");
        await Expect(visitor.Page).ToHaveURLAsync("/events?name=call.hangup&last=6h");
        await Expect(visitor.Page.GetByRole(AriaRole.Columnheader, new() { Name = "hangup_cause" })).ToBeVisibleAsync();
    }

    private async Task PressAsync(Visitor visitor, params string[] keys)
    {
        foreach (var key in keys)
        {
            _keys++;
            await visitor.Page.Keyboard.PressAsync(key);
        }
    }
}
