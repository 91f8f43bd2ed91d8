using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Exports;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Exports;

public sealed class ExportPanelTests : EventsContext
{
    public ExportPanelTests() => AddAuthorization().SetAuthorized("Ada").SetClaims(new Claim("iss", "issuer"), new Claim("sub", "ada"));

    private ExportStore Store => Services.GetRequiredService<ExportStore>();

    [Fact]
    public async Task Panel_SaysWhatItCostsAndGivesALinkOnceItIsDone()
    {
        Account = new SandboxOptions { Events = 700 };
        var page = await OpenRowsAsync();
        await page.Find("[data-testid=export-open]").ClickAsync(new());
        Assert.Equal(("idle", "700"), (Panel(page).GetAttribute("data-state"), Panel(page).GetAttribute("data-total")));
        Assert.Equal("3", page.Find("[data-testid=export-cost]").GetAttribute("data-pages"));

        await Button(page, "Start export").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("a[download]").Count > 0);
        var link = page.Find("a[download]");
        Assert.Equal(("done", "700", "700"), (Panel(page).GetAttribute("data-state"), Panel(page).GetAttribute("data-rows"), Panel(page).GetAttribute("data-total")));
        Assert.EndsWith(".csv", link.GetAttribute("download"), StringComparison.Ordinal);
        Assert.DoesNotContain("partial", link.GetAttribute("download"), StringComparison.Ordinal);
        Assert.StartsWith(ExportsRegistration.Path, link.GetAttribute("href"), StringComparison.Ordinal);

        // The link is renewed before its ticket is over, and after it was used.
        var first = Ticket(link);
        Time.Advance(TimeSpan.FromSeconds(50));
        await page.WaitForStateAsync(() => Ticket(page.Find("a[download]")) != first);
        var second = Ticket(page.Find("a[download]"));
        Assert.True(Store.IsFresh(second));
        await page.Find("a[download]").ClickAsync(new());
        Assert.NotEqual(second, Ticket(page.Find("a[download]")));

        await Button(page, "New export").ClickAsync(new());
        Assert.Equal("idle", Panel(page).GetAttribute("data-state"));
        await Button(page, "Close").ClickAsync(new());
        Assert.Empty(page.FindAll("[data-testid=export]"));
    }

    [Fact]
    public async Task Export_InPrivacyMode_IsMasked()
    {
        var page = await OpenRowsAsync();
        await page.InvokeAsync(() => Services.GetRequiredService<PrivacyMode>().Set(isOn: true));
        await page.Find("[data-testid=export-open]").ClickAsync(new());
        Assert.Contains("masked, as on this page", Panel(page).TextContent, StringComparison.Ordinal);
        await Button(page, "Start export").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("a[download]").Count > 0);

        Assert.Contains("_masked", page.Find("a[download]").GetAttribute("download"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfAPersonWhoMayNotReveal_IsMasked()
    {
        Services.Configure<SignInOptions>(options => options.RevealRole = "reveal");
        var page = await OpenRowsAsync();
        await page.InvokeAsync(() => Services.GetRequiredService<PrivacyMode>().Set(isOn: false));
        await page.Find("[data-testid=export-open]").ClickAsync(new());
        await Button(page, "Start export").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("a[download]").Count > 0);

        Assert.Contains("_masked", page.Find("a[download]").GetAttribute("download"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_ThatFails_SaysWhyAndGoesOn()
    {
        Account = new SandboxOptions { Events = 3000 };
        var page = await OpenAsync();
        await page.WaitForStateAsync(() => Coverage(page).GetAttribute("data-state") == "complete");
        await page.Find("[data-testid=export-open]").ClickAsync(new());
        Api.Faults = new SandboxFaults { Fault = Fault.Unauthorized };
        await Button(page, "Start export").ClickAsync(new());
        await page.WaitForStateAsync(() => Panel(page).GetAttribute("data-state") == "failed");
        Assert.Equal("unauthorized", Panel(page).QuerySelector("[role=alert]")?.GetAttribute("data-error"));

        Api.Faults = SandboxFaults.None;
        await Button(page, "Try again").ClickAsync(new());
        await page.WaitForStateAsync(() => page.FindAll("a[download]").Count > 0);
        Assert.Equal("3000", Panel(page).GetAttribute("data-rows"));
    }

    private static IElement Panel(IRenderedComponent<EventsPage> page) => page.Find("[data-testid=export]");

    private static string Ticket(IElement link) => link.GetAttribute("href")![ExportsRegistration.Path.Length..];
}
