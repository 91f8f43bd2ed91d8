using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>One person may have two tabs open.</summary>
public sealed class TwoTabsFixture() : DashboardFixture(
    ["--events", "500", "--seed", "4", "--order", "ascending", "--shape", "field"],
    new Dictionary<string, string>(StringComparer.Ordinal) { ["Limits__CircuitsPerUser"] = "2" });

public sealed class CircuitLimitTests(TwoTabsFixture dashboard, BrowserFixture browser) : IClassFixture<TwoTabsFixture>
{
    [Fact]
    public async Task TabBeyondTheLimit_SaysSo_AndWorksOnceAnotherIsClosed()
    {
        await using var visitor = await Visitor.OpenAsync(browser.Browser, dashboard.Address);
        var (first, second, third) = (visitor.Page, await visitor.NewTabAsync(), await visitor.NewTabAsync());
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
        // The server notices in its own time that the other tab is gone.
        using var limit = new CancellationTokenSource(Limits.Wait, TimeProvider.System);
        var (works, refused) = (third.GetByText("No API key yet"), third.GetByRole(AriaRole.Alert).Filter(new() { HasText = "too many tabs" }));
        do
        {
            limit.Token.ThrowIfCancellationRequested();
            await third.GotoAsync("/keys");
            await Expect(works.Or(refused)).ToBeVisibleAsync();
        }
        while (await refused.IsVisibleAsync());

        await Expect(works).ToBeVisibleAsync();
        await Expect(first.GetByText("No API key yet")).ToBeVisibleAsync();
    }
}
