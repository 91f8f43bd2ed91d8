using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Sessions;

public sealed class CompareTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Theory]
    [MemberData(nameof(Appearance.Looks), MemberType = typeof(Appearance))]
    public async Task TwoRows_MarkedByTheKeyboard_StandSideBySide(int width, ColorScheme theme)
    {
        var visitor = await VisitorAsync(width, theme);
        await visitor.OpenEventsAsync("name=call.hangup");
        var (first, second) = (await visitor.LoadedRowAsync(0), await visitor.LoadedRowAsync(1));

        await visitor.Page.Keyboard.PressAsync("j");
        await Expect(visitor.RowAt(0)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("x");
        await Expect(visitor.Page.GetByTestId("compare-mark")).ToContainTextAsync(first.SessionId[..8]);
        await visitor.Page.Keyboard.PressAsync("j");
        await Expect(visitor.RowAt(1)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("x");
        await Expect(visitor.Page).ToHaveURLAsync($"/compare?a={first.SessionId}/{first.Fingerprint}&b={second.SessionId}/{second.Fingerprint}");
        await Expect(visitor.Page.GetByTestId("compare")).ToHaveAttributeAsync("data-state", "complete");
        await Expect(visitor.Page.GetByTestId("compare-mark")).ToBeHiddenAsync();
        await Appearance.AssertFitsAsync(visitor, "two events");

        await visitor.GoToAsync($"/sessions/{first.SessionId}");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Page.GetByTestId("compare-mark")).ToBeVisibleAsync();
        await visitor.GoToAsync($"/sessions/{second.SessionId}");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync($"/compare?a={first.SessionId}&b={second.SessionId}");
        await Expect(visitor.Page.GetByTestId("compare-verdict")).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "two sessions");
    }
}
