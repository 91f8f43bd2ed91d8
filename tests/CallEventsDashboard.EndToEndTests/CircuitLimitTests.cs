using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests;

/// <summary>One person may have two tabs open.</summary>
public sealed class TwoTabsFixture() : DashboardFixture(
    ["--events", "500", "--seed", "4", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits__CircuitsPerUser"] = "2" });

public sealed class CircuitLimitTests(TwoTabsFixture dashboard, BrowserFixture browser) : IClassFixture<TwoTabsFixture>
{
    [Fact]
    public async Task TabBeyondTheLimit_SaysSo_AndWorksOnceAnotherIsClosed()
    {
        await using var visitor = await Visitor.OpenAsync(browser.Browser, dashboard.Address, null, 1440, ColorScheme.Light);
        var (first, second, third) = (visitor.Page, await visitor.Context.NewPageAsync(), await visitor.Context.NewPageAsync());
        foreach (var tab in new[] { first, second })
        {
            await tab.GotoAsync("/keys");
            await Expect(tab.GetByText("No API key yet")).ToBeVisibleAsync();
        }

        await third.GotoAsync("/keys");
        await Expect(third.GetByRole(AriaRole.Alert)).ToContainTextAsync("too many tabs");
        Assert.EndsWith("/too-many-tabs", third.Url, StringComparison.Ordinal);
        await third.ScreenshotAsync(new() { Path = Path.Combine(Published.Screenshots, "too-many-tabs.png") });

        await second.GotoAsync("about:blank");
        await Expect(async () =>
        {
            await third.GotoAsync("/keys");
            await Expect(third.GetByText("No API key yet")).ToBeVisibleAsync(new() { Timeout = 3_000 });
        });
        await Expect(first.GetByText("No API key yet")).ToBeVisibleAsync();
    }

    private static async Task Expect(Func<Task> attempt)
    {
        for (var left = 10; ; left--)
        {
            try
            {
                await attempt();
                return;
            }
            catch (PlaywrightException) when (left > 0)
            {
                // The server has not noticed yet that the other tab is gone.
            }
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
