using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

public sealed class AppearanceTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Theory]
    [MemberData(nameof(Appearance.Looks), MemberType = typeof(Appearance))]
    public async Task EveryPage_InEveryLook_IsAccessible(int width, ColorScheme theme)
    {
        var visitor = await VisitorAsync(width, theme);

        await visitor.GoToAsync("/keys");
        await Expect(visitor.Page.GetByTestId("stored-key")).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "/keys");

        await visitor.OpenEventsAsync();
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "/events");

        await visitor.RowAt(1).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "/events with detail", "[data-testid=event-detail]");

        await visitor.OpenEventsAsync("name=call.hangup");
        await visitor.OpenFilterFormAsync();
        await Appearance.AssertFitsAsync(visitor, "/events with the filter form");
    }

    [Fact]
    public async Task Theme_FollowsTheSystem_UntilItIsSwitched()
    {
        var visitor = await VisitorAsync(theme: ColorScheme.Dark);
        await visitor.OpenEventsAsync();
        await Expect(visitor.Page.Locator("[data-theme=dark]").First).ToBeAttachedAsync();

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "theme" }).First.ClickAsync();
        await Expect(visitor.Page.Locator("[data-theme=dark]")).ToHaveCountAsync(0);

        await visitor.Page.ReloadAsync();
        await visitor.WaitForRowsAsync();
        await Expect(visitor.Page.Locator("[data-theme=dark]")).ToHaveCountAsync(0);

        // What is stored may be anything: a theme that there is not leaves the choice to the system.
        await visitor.Page.EvaluateAsync("() => localStorage.setItem('callevents.theme', 'sepia')");
        await visitor.Page.ReloadAsync();
        await visitor.WaitForRowsAsync();
        await Expect(visitor.Page.Locator("[data-theme=dark]").First).ToBeAttachedAsync();
    }
}
