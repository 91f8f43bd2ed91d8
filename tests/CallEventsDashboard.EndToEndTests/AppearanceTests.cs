using CallEventsDashboard.EndToEndTests.Harness;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace CallEventsDashboard.EndToEndTests;

public sealed class AppearanceTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    /// <summary>Both widths and both themes. Colours do not depend on the width: the product of the two proves nothing more.</summary>
    public static TheoryData<int, ColorScheme> Looks => new() { { 1440, ColorScheme.Light }, { 1440, ColorScheme.Dark }, { 390, ColorScheme.Dark } };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task EveryPage_InEveryLook_IsAccessible(int width, ColorScheme theme)
    {
        var visitor = await VisitorAsync(width, theme);

        await visitor.GoToAsync("/keys");
        await Expect(visitor.Page.GetByTestId("stored-key")).ToBeVisibleAsync();
        await AssertFitsAsync(visitor, "/keys");

        await visitor.OpenEventsAsync();
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
        await AssertFitsAsync(visitor, "/events");

        await visitor.RowAt(1).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        await AssertFitsAsync(visitor, "/events with detail");

        await visitor.OpenEventsAsync("name=call.hangup");
        await FilterFormTests.OpenFormAsync(visitor);
        await AssertFitsAsync(visitor, "/events with the filter form");
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
    }

    internal static async Task AssertFitsAsync(Visitor visitor, string place)
    {
        var result = await visitor.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        var violations = result.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{place}: {violation.Id}: {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Select(node => node.Html))}")
            .ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));

        var overflow = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{place} is {overflow} px wider than the screen");
    }
}
