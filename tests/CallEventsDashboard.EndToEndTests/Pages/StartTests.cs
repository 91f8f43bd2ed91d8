using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

public sealed class StartTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task Root_WithoutAKey_LeadsThroughTheSandboxToEvents()
    {
        var newcomer = await NewcomerAsync();

        await newcomer.GoToAsync("/");
        await Expect(newcomer.Page).ToHaveURLAsync("/keys");
        await newcomer.Button("Explore the sandbox").ClickAsync();
        await Expect(newcomer.Page).ToHaveURLAsync("/events");

        await newcomer.WaitForRowsAsync();
        await Expect(newcomer.RowAt(0)).ToBeVisibleAsync();
        Assert.True(await newcomer.TotalAsync() > 100);
    }

    [Fact]
    public async Task Root_WithAKey_GoesToEvents()
    {
        var visitor = await VisitorAsync();

        await visitor.GoToAsync("/");

        await Expect(visitor.Page).ToHaveURLAsync("/events");
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Events_WithoutAKey_SaysSo()
    {
        var newcomer = await NewcomerAsync();

        await newcomer.GoToAsync("/events");

        await Expect(newcomer.Alert).ToHaveAttributeAsync("data-error", "no-key");
    }

    [Fact]
    public async Task BannerOfAnOpenDashboard_WhenDismissed_IsNotShownAgainInThatBrowser()
    {
        var newcomer = await NewcomerAsync();
        var banner = newcomer.Page.GetByRole(AriaRole.Note);
        await newcomer.GoToAsync("/events");

        await banner.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(banner).ToBeHiddenAsync();
        await newcomer.Page.ReloadAsync();

        await Expect(newcomer.Alert).ToBeVisibleAsync();
        await Expect(banner).ToBeHiddenAsync();
    }

    [Fact]
    public async Task OwnKey_ShowsTheAccountsEvents()
    {
        var newcomer = await NewcomerAsync();

        await newcomer.SaveKeyAsync("My account", Keys.Own);
        var before = await Sandbox.CountAsync("");
        await newcomer.OpenEventsAsync();
        var after = await Sandbox.CountAsync("");

        Assert.InRange(await newcomer.TotalAsync(), Math.Min(before, after), Math.Max(before, after));
        var sent = (await Sandbox.NewestAsync("")).ToHashSet();
        Assert.All(await newcomer.LoadedRowsAsync(), row => Assert.Contains(row.AsSent, sent));
    }

    [Theory]
    [InlineData(Keys.Wrong, "unauthorized")]
    [InlineData(Keys.Forbidden, "forbidden")]
    public async Task KeyThatIsRefused_SaysHow(string key, string error)
    {
        var newcomer = await NewcomerAsync();

        await newcomer.SaveKeyAsync("Refused", key);
        await newcomer.GoToAsync("/events");

        await Expect(newcomer.Alert).ToHaveAttributeAsync("data-error", error);
        await Expect(newcomer.Coverage).ToHaveAttributeAsync("data-state", "failed");
        await Expect(newcomer.Rows).ToHaveCountAsync(0);
    }
}
