using Bunit;
using CallEventsDashboard.ApiKeys;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Pages;

/// <summary>An error below a page, on the page: its id stands where the list would be, and "Try again" reads again.</summary>
public sealed class UnexpectedErrorTests : EventsContext
{
    private readonly BreakingHandler _wire = new() { Error = new InvalidOperationException("filter[from]=+15550100123") };

    public UnexpectedErrorTests() => Services.AddHttpClient(CallEventsClientFactory.TelnyxHttp).AddHttpMessageHandler(() => _wire);

    [Fact]
    public async Task Events_ThatCanNotBeRead_SayWhyWithTheIdAndAreReadWhenTriedAgain()
    {
        var page = await OpenAsync();
        await AssertShownAsync(page);

        _wire.Error = null;
        await Button(page, "Try again").ClickAsync(new());
        await ShowRowsAsync(page);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Sessions_ThatCanNotBeRead_SayWhyWithTheIdAndAreReadWhenTriedAgain()
    {
        await StoreKeyAsync();
        Navigation.NavigateTo("sessions");
        var page = Render<SessionsPage>();
        await AssertShownAsync(page);

        _wire.Error = null;
        await Button(page, "Try again").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=session-scroller]").Count == 1);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Session_ThatCanNotBeRead_SaysWhyWithTheIdAndIsReadWhenTriedAgain()
    {
        await StoreKeyAsync();
        var id = Api.Events()[0].SessionId.ToString()!;
        Navigation.NavigateTo($"sessions/{id}");
        var page = Render<SessionPage>(parameters => parameters.Add(it => it.SessionId, id));
        await AssertShownAsync(page);

        _wire.Error = null;
        await Button(page, "Try again").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("[data-testid=session-timeline]").Count == 1);
    }

    [Fact]
    public async Task Test_OfAKeyThatMeetsAnError_TakesItsRowAloneAndCanBeTriedAgain()
    {
        await StoreKeyAsync();
        var page = Render<KeysPage>();
        await Button(page, "Test Production").ClickAsync(new());
        await AssertShownAsync(page);
        Assert.NotNull(Button(page, "Save key"));

        _wire.Error = null;
        await Button(page, "Try again").ClickAsync(new());
        await Button(page, "Test Production").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll(".result.good").Count == 1);
    }

    private async Task AssertShownAsync<TPage>(IRenderedComponent<TPage> page)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        await page.WaitForStateAsync(() => page.FindAll("[role=alert][data-error=unexpected]").Count == 1);
        var alert = page.Find("[role=alert]");
        Assert.Contains(alert.GetAttribute("data-error-id"), Recorded.Ids);
        Assert.Contains(alert.GetAttribute("data-error-id")!, alert.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("5550100123", page.Markup, StringComparison.Ordinal);
    }

    private sealed class BreakingHandler : DelegatingHandler
    {
        public Exception? Error { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Error is null ? await base.SendAsync(request, cancellationToken) : throw Error;
        }
    }
}
