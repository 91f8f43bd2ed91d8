using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>A page whose circuit does not start is never blank: it says what to look at.</summary>
public sealed class StartNoticeTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    /// <summary>What the browser does not get, the status that it gets instead (0 for none at all), and the advice that is left.</summary>
    private static readonly (string Address, int Status, string? Cause)[] Failures =
    [
        ("**/*.js", 0, null),
        ("**/*.{css,js}", 404, null),
        ("**/blazor.web*.js", 404, "files"),
        ("**/_blazor/negotiate*", 404, "files"),
        ("**/_blazor/negotiate*", 403, "refused"),
        ("**/_blazor/negotiate*", 502, "server"),
        ("**/_blazor/initializers", 500, "server"),
    ];

    [Fact]
    public async Task Circuit_ThatCannotStart_IsSaidWithWhatToCheck() => await Task.WhenAll(Failures.Select(async failure =>
    {
        await using var visitor = await TroublemakerAsync();
        await visitor.Page.RouteAsync(failure.Address, route => failure.Status == 0 ? route.AbortAsync() : route.FulfillAsync(new() { Status = failure.Status }));

        await visitor.GoToAsync("/keys");

        await Expect(Notice(visitor)).ToContainTextAsync("The dashboard has not started");
        await Expect(Notice(visitor)).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("[data-cause]:visible")).ToHaveCountAsync(failure.Cause is null ? 4 : 1);
        if (failure.Cause is { } cause)
            await Expect(visitor.Page.Locator("[data-cause]:visible")).ToHaveAttributeAsync("data-cause", cause);
    }));

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Notice_InEveryLook_IsAccessibleAndGoesWhenThePageStartsLate(int width, ColorScheme theme)
    {
        var visitor = await NewcomerAsync(width, theme);
        var isSeen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await visitor.Page.RouteAsync("**/_blazor/initializers", async route =>
        {
            await isSeen.Task;
            await route.ContinueAsync();
        });

        await visitor.GoToAsync("/keys");
        await Expect(Notice(visitor)).ToBeVisibleAsync();
        await Appearance.AssertFitsAsync(visitor, "the notice that the page has not started");
        isSeen.SetResult();

        await Expect(visitor.Page.GetByText("No API key yet")).ToBeVisibleAsync();
        await Expect(Notice(visitor)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Browser_WithoutJavaScript_IsToldSo()
    {
        await using var context = await Browser.NewContextAsync(new() { BaseURL = Dashboard.Address.ToString(), JavaScriptEnabled = false, ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();

        await page.GotoAsync("/keys");

        await Expect(page.GetByTestId("start-notice").Locator("visible=true")).ToContainTextAsync("JavaScript");
    }

    private static ILocator Notice(Visitor visitor) => visitor.Page.Locator("#start-notice");
}
