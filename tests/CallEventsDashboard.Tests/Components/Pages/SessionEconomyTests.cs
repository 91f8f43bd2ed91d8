using System.Globalization;
using Bunit;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Components.Pages;

/// <summary>How few requests the list of sessions makes of a service that answers forty a minute, counted at the service.</summary>
public sealed class SessionEconomyTests : EventsContext
{
    private const int Drawn = 36;

    [Theory]
    [InlineData(ServiceOrder.Descending)]
    [InlineData(ServiceOrder.Ascending)]
    public async Task FirstScreen_IsFilledWithFourRequestsAndTheRestAsOneScrolls(ServiceOrder order)
    {
        Account = new SandboxOptions { Events = 100_000, RateLimit = RequestLimit.Telnyx, Order = order };
        var page = await OpenListAsync();
        await SettleAsync();
        Xunit.TestContext.Current.TestOutputHelper?.WriteLine($"sessions: {Api.RequestCount} requests, {Rows(page)} rows, {page.FindAll("[data-testid=session-row][data-complete=true]").Count} complete");
        Assert.InRange(Api.RequestCount, 1, 4);

        var (met, before) = (Met(page), Api.RequestCount);
        for (var screen = 1; screen <= 3; screen++)
        {
            await ShowAsync(page, Met(page) - Drawn);
            await page.WaitForStateAsync(() => Met(page) > met);
            met = Met(page);
        }

        await SettleAsync();
        Assert.InRange(Api.RequestCount - before, 1, 9);
    }

    [Fact]
    public async Task Sessions_InView_AreCompletedFromTheSpareAndThePageSaysSo()
    {
        Account = new SandboxOptions { Events = 20_000, RateLimit = RequestLimit.Telnyx };
        // A list of all events has most sessions whole by the time that their start is read.
        var page = await OpenListAsync("sessions?type=webhook");
        await SettleAsync();
        var atOnce = Api.RequestCount;
        Assert.Contains("More load as you scroll.", page.Find("[data-testid=coverage]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("left, resets at :00: sessions are completed one by one", page.Find("[data-testid=held-back]").TextContent, StringComparison.Ordinal);
        Assert.Equal("partial", page.Find("[data-testid=coverage]").GetAttribute("data-state"));

        for (var second = 0; second < 30; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await SettleAsync(quietRounds: 2);
        }

        // Half of what people are not expected to ask for in the whole minute, and a look-out.
        Assert.InRange(Api.RequestCount - atOnce, 8, 17);
        await page.WaitForAssertionAsync(() => Assert.InRange(page.FindAll("[data-testid=session-row][data-complete=true]").Count, 6, Drawn));
    }

    [Fact]
    public async Task Continue_OfAListThatStopped_ReadsOn()
    {
        Account = new SandboxOptions { Events = 20_000, RateLimit = RequestLimit.Telnyx, Order = ServiceOrder.Descending };
        var page = await OpenListAsync();
        await SettleAsync();
        var (met, before) = (Met(page), Api.RequestCount);

        await page.Find("[data-testid=scan-continue]").ClickAsync(new());
        await SettleAsync();

        Assert.InRange(Met(page), met + 1, int.MaxValue);
        Assert.InRange(Api.RequestCount - before, 4, 7);
    }

    /// <summary>Opens the list and waits until a screen of rows is there.</summary>
    private async Task<IRenderedComponent<SessionsPage>> OpenListAsync(string link = "sessions")
    {
        await StoreKeyAsync();
        Navigation.NavigateTo(link);
        var page = Render<SessionsPage>();
        await page.WaitForStateAsync(() => page.HasComponent<SessionGrid>());
        await ShowAsync(page, 0);
        await page.InvokeAsync(() => page.FindComponent<SessionGrid>().Instance.SetRowsAsync(36, int.MaxValue));
        await page.WaitForStateAsync(() => Rows(page) == Drawn);
        return page;
    }

    private static Task ShowAsync(IRenderedComponent<SessionsPage> page, int start) =>
        page.InvokeAsync(() => page.FindComponent<SessionGrid>().Instance.ShowRowsAsync(start, Drawn));

    private static int Rows(IRenderedComponent<SessionsPage> page) => page.FindAll("[data-testid=session-row]").Count;

    private static int Met(IRenderedComponent<SessionsPage> page) =>
        int.Parse(page.Find("[data-testid=session-scroller]").GetAttribute("data-rows")!, CultureInfo.InvariantCulture);

    // What an answer sets off runs on other threads; the clock stands still.
    private async Task SettleAsync(int quietRounds = 20)
    {
        for (var (quiet, count) = (0, Api.RequestCount); quiet < quietRounds; quiet++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Xunit.TestContext.Current.CancellationToken);
            if (Api.RequestCount != count)
                (quiet, count) = (0, Api.RequestCount);
        }
    }
}
