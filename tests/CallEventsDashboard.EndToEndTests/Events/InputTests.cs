using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>What a person types, copies and closes does what they mean, however slowly the server answers.</summary>
public sealed class InputTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task KeyTypedWhileTheServerIsSlow_StaysInItsField()
    {
        var newcomer = await NewcomerAsync();
        var server = await newcomer.SlowServerAsync();
        await newcomer.GoToAsync("/keys");
        await Expect(newcomer.Field("Name")).ToBeVisibleAsync();

        server.Hold();
        await newcomer.Field("Name").ClickAsync();
        await newcomer.Page.Keyboard.TypeAsync("Line two");
        await newcomer.Page.Keyboard.PressAsync("Tab");
        await newcomer.Page.Keyboard.TypeAsync(Keys.Own[..10]);
        await server.ReleaseAsync();
        await newcomer.Page.Keyboard.TypeAsync(Keys.Own[10..]);

        await Expect(newcomer.Field("API key")).ToHaveValueAsync(Keys.Own);
        await Expect(newcomer.Field("Name")).ToHaveValueAsync("Line two");
    }

    [Fact]
    public async Task FilterTypedWhileTheServerIsSlow_StaysInItsField()
    {
        var visitor = await VisitorAsync();
        var server = await visitor.SlowServerAsync();
        await visitor.OpenEventsAsync();
        await visitor.Button("+ Filter").ClickAsync();
        await Expect(visitor.Field("From")).ToBeFocusedAsync();

        server.Hold();
        await visitor.Field("Event name").ClickAsync();
        await visitor.Field("From").ClickAsync();
        await visitor.Page.Keyboard.TypeAsync("+1702");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.TypeAsync("+4420");
        await server.ReleaseAsync();
        await visitor.Page.Keyboard.TypeAsync("79460000");

        await Expect(visitor.Field("To")).ToHaveValueAsync("+442079460000");
        await Expect(visitor.Field("From")).ToHaveValueAsync("+1702");
    }

    [Fact]
    public async Task KeyMenu_OpenedByTheMouse_ClosesOnEscapeAndOnAClickThatHitsNothingBelow()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        var menu = visitor.Page.Locator(".mud-popover-open");

        await visitor.Page.Locator(".switcher").ClickAsync();
        await Expect(menu).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToHaveCountAsync(0);

        await visitor.Page.Locator(".switcher").ClickAsync();
        await Expect(menu).ToBeVisibleAsync();
        await ClickAtAsync(visitor, visitor.RowAt(5));
        await Expect(menu).ToHaveCountAsync(0);
        await Expect(visitor.Page).ToHaveURLAsync("/events");
    }

    [Fact]
    public async Task CopyMenu_ClosesOnEscapeAndOnAClickThatHitsNothingBelow()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        await visitor.RowAt(0).ClickAsync();
        var address = await visitor.SelectedAddressAsync();
        var summary = visitor.Detail.Locator("summary").First;

        await summary.ClickAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(visitor.Page.Locator("details[data-menu][open]")).ToHaveCountAsync(0);
        await Expect(summary).ToBeFocusedAsync();

        await summary.ClickAsync();
        await ClickAtAsync(visitor, visitor.RowAt(5));
        await Expect(visitor.Page.Locator("details[data-menu][open]")).ToHaveCountAsync(0);
        await Expect(visitor.Page).ToHaveURLAsync(address);
        await visitor.RowAt(5).ClickAsync();
        await Expect(visitor.RowAt(5)).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task Copying_SaysSoAtTheButton()
    {
        var visitor = await VisitorAsync();
        await visitor.AllowClipboardAsync();
        await visitor.OpenEventsAsync();
        var button = visitor.Button("Copy link");
        await button.ClickAsync();

        var said = visitor.Page.Locator("[data-copy-bubble]:popover-open");
        await Expect(said).ToHaveTextAsync("Copied as it is now");
        var (at, near) = (await said.BoundingBoxAsync(), await button.BoundingBoxAsync());
        Assert.InRange(Math.Abs(at!.X + (at.Width / 2) - near!.X - (near.Width / 2)), 0, 40);
        Assert.InRange(Math.Abs(at.Y - near.Y), 0, 60);
    }

    [Fact]
    public async Task Focus_ByKeyboard_IsSeenOnLinksAndButtons()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/keys");
        await Expect(visitor.Button("Save key")).ToBeVisibleAsync();

        foreach (var control in await visitor.Page.Locator("a[href]:visible, button:visible").AllAsync())
        {
            await control.FocusAsync();
            await visitor.Page.Keyboard.PressAsync("Shift");
            Assert.Equal("solid", await control.EvaluateAsync<string>("control => getComputedStyle(control).outlineStyle"));
        }
    }

    /// <summary>A click at a place, whatever lies on top of it.</summary>
    private static async Task ClickAtAsync(Visitor visitor, ILocator place)
    {
        var box = await place.BoundingBoxAsync();
        await visitor.Page.Mouse.ClickAsync(box!.X + 200, box.Y + (box.Height / 2));
    }
}
