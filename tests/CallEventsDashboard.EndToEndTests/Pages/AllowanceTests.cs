using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>The main journeys, with as few requests a minute as Telnyx allows: what waits for the allowance says so, and nothing is ever refused.</summary>
public sealed class AllowanceTests(SparingFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<SparingFixture>
{
    private const int TooManyRequests = 429;

    [Fact]
    public async Task LiveListItsValuesAnExportAndTheMeasures_WaitForTheAllowance_AndAreRefusedNothing()
    {
        var visitor = await VisitorAsync(key: Keys.Own);
        var page = visitor.Page;
        var few = await Sandbox.NewestRangeAsync(2500);
        await visitor.OpenEventsAsync(few);
        await page.GetByTestId("live").ClickAsync();
        await Expect(page.GetByTestId("live")).ToHaveAttributeAsync("data-state", "following");
        await page.GetByTestId("live").ClickAsync();
        await page.GetByTestId("values-open").ClickAsync();
        await Expect(page.Locator("[data-testid=value-count][data-filter=type]:not([data-count=''])").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await page.GetByTestId("export-open").ClickAsync();
        await page.RunAndWaitForDownloadAsync(
            () => page.GetByTestId("export").GetByRole(AriaRole.Button, new() { Name = "Start export" }).ClickAsync(), new() { Timeout = 180_000 });
        await visitor.GoToAsync($"/insights?{few}");
        await page.GetByTestId("insights-count").ClickAsync();
        await Expect(page.GetByTestId("insights")).ToHaveAttributeAsync("data-state", "counted");

        await AssertNothingWasRefusedAsync(visitor);
    }

    private async Task AssertNothingWasRefusedAsync(Visitor visitor)
    {
        await Expect(visitor.Alert).ToHaveCountAsync(0);
        Assert.DoesNotContain(TooManyRequests, await Sandbox.StatusesAsync());
    }
}

/// <summary>As many requests a minute as were seen at Telnyx.</summary>
public sealed class SparingFixture() : DashboardFixture(
    ["--events", "20000", "--seed", "6", "--order", "ascending", "--shape", "field", "--rate-limit", "40/60"], new Dictionary<string, string>(StringComparer.Ordinal));
