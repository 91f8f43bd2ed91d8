using System.Globalization;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>The measures of a list, from the list and back to it.</summary>
public sealed class InsightsTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task Number_FollowedFromTheMeasures_HasAListOfAsManyEvents()
    {
        var visitor = await VisitorAsync();
        var few = await Sandbox.NewestRangeAsync(2000);
        await visitor.OpenEventsAsync(few);
        await visitor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Insights" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync($"/insights?{few}");
        await CountAsync(visitor);
        var failed = visitor.Page.Locator("[data-testid=measure][data-measure=failed-webhooks]");
        var count = (await failed.GetAttributeAsync("data-count"))!;
        Assert.InRange(int.Parse(count, CultureInfo.InvariantCulture), 1, 2000);
        await failed.GetByRole(AriaRole.Link).ClickAsync();

        await Expect(visitor.Page.GetByTestId("coverage")).ToHaveAttributeAsync("data-state", "complete");
        await Expect(visitor.Page.GetByTestId("coverage")).ToHaveAttributeAsync("data-total", count);
        // Back, the numbers are as they were.
        await visitor.Page.GoBackAsync();
        await Expect(failed).ToHaveAttributeAsync("data-count", count);
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    public async Task Page_WithAllItsNumbers_FitsAndIsAccessible(int width, ColorScheme theme)
    {
        var visitor = await VisitorAsync(width, theme);
        await visitor.GoToAsync($"/insights?{await Sandbox.NewestRangeAsync(2000)}");
        await CountAsync(visitor);
        foreach (var rows in new[] { "hangups", "failed-webhooks" })
        {
            await visitor.Page.Locator($"[data-testid=insights-read][data-rows={rows}]").ClickAsync();
            await Expect(visitor.Page.Locator($"[data-testid=insights-basis][data-rows={rows}]")).ToHaveAttributeAsync("data-whole", "true");
        }

        await Appearance.AssertFitsAsync(visitor, "/insights");
    }

    private static async Task CountAsync(Visitor visitor)
    {
        await visitor.Page.GetByTestId("insights-count").ClickAsync();
        await Expect(visitor.Page.GetByTestId("insights")).ToHaveAttributeAsync("data-state", "counted");
    }
}
