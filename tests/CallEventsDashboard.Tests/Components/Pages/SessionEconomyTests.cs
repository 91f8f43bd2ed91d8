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
        var page = await OpenAsync();
        await SettleAsync();
        Xunit.TestContext.Current.TestOutputHelper?.WriteLine($"sessions: {Api.RequestCount} requests, {Rows(page)} rows, {page.FindAll("[data-testid=session-row][data-complete=true]").Count} complete");
        foreach (var served in Api.Requests)
            Xunit.TestContext.Current.TestOutputHelper?.WriteLine($"  {Uri.UnescapeDataString(served.Query)}");
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

    /// <summary>Opens the list and waits until a screen of rows is there.</summary>
    private async Task<IRenderedComponent<SessionsPage>> OpenAsync()
    {
        await StoreKeyAsync();
        Navigation.NavigateTo("sessions");
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
        int.Parse(page.Find("[data-testid=session-scroller]").GetAttribute("data-rows")!, System.Globalization.CultureInfo.InvariantCulture);

    // What an answer sets off runs on other threads; the clock stands still.
    private async Task SettleAsync()
    {
        for (var (quiet, count) = (0, Api.RequestCount); quiet < 20; quiet++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Xunit.TestContext.Current.CancellationToken);
            if (Api.RequestCount != count)
                (quiet, count) = (0, Api.RequestCount);
        }
    }
}
