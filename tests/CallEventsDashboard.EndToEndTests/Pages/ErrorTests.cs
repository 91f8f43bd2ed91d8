using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>Failures that take a connection to happen are shown as what they are, and end without a reload once the service is well. The component tests go through the others.</summary>
[Collection(nameof(Trouble))]
public sealed class ErrorTests(TroubleFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private static readonly object Well = new { latencyMs = 20, fault = "none" };
    private static int _lists;

    public override async ValueTask DisposeAsync()
    {
        await Sandbox.SetFaultsAsync(Well);
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData("unauthorized", "unauthorized")]
    [InlineData("bad-gateway-html", "unavailable")]
    [InlineData("redirect", "unavailable")]
    [InlineData("reset", "unavailable")]
    [InlineData("truncated", "unreadable")]
    [InlineData("too-large", "unreadable")]
    public async Task Fault_IsShownAsItsError_AndTryAgainRecovers(string fault, string error)
    {
        var visitor = await VisitorAsync();
        await Sandbox.SetFaultsAsync(new { latencyMs = 20, fault });
        await visitor.GoToAsync(NewList());

        await Expect(visitor.Alert).ToHaveAttributeAsync("data-error", error);
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "failed");

        await Sandbox.SetFaultsAsync(Well);
        await visitor.Page.EvaluateAsync("window.sameDocument = true");
        await visitor.Alert.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await visitor.WaitForRowsAsync();
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
        await Expect(visitor.Alert).ToHaveCountAsync(0);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("window.sameDocument === true"), "the page was loaded anew");
    }

    [Fact]
    public async Task RateLimit_IsShownAtOnce_AndClearsItself()
    {
        var visitor = await VisitorAsync();
        await Sandbox.SetFaultsAsync(new { latencyMs = 20, fault = "rate-limited", retryAfter = "2" });
        await visitor.GoToAsync(NewList());
        await Expect(visitor.Alert).ToHaveAttributeAsync("data-error", "rate-limited");

        await Sandbox.SetFaultsAsync(Well);

        await Expect(visitor.Alert).ToHaveCountAsync(0);
        await visitor.WaitForRowsAsync();
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Fault_WhileScrolling_KeepsThePlace()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync(NewList());
        await visitor.WaitForRowsAsync();
        await Sandbox.SetFaultsAsync(new { latencyMs = 20, fault = "server-error" });
        await visitor.ScrollToAsync(0.5);
        await Expect(visitor.Alert).ToHaveAttributeAsync("data-error", "unavailable");
        var place = await visitor.Scroller.EvaluateAsync<double>("scroller => scroller.scrollTop");

        await Sandbox.SetFaultsAsync(Well);
        await visitor.Button("Try again").First.ClickAsync();

        await Expect(visitor.Alert).ToHaveCountAsync(0);
        await Expect(visitor.Rows.First).ToBeVisibleAsync();
        Assert.Equal(place, await visitor.Scroller.EvaluateAsync<double>("scroller => scroller.scrollTop"), 50.0);
    }

    // Who opens the list of somebody else within seconds shares what was read, and meets no fault.
    private static string NewList() => $"/events?last={1440 - Interlocked.Increment(ref _lists)}m";
}
