using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Sandbox;
using MudBlazor;

namespace CallEventsDashboard.Components.Filters;

/// <summary>The menus of the filter form over a real list: each value with its exact number, while the menu is open.</summary>
public class ValueCountMenuTests : EventsContext
{
    [Fact]
    public async Task Choices_OfAnOpenMenu_ShowExactNumbers()
    {
        var (page, menus) = await OpenFormAsync();
        await OpenMenuAsync(page, "filter-type");

        var commands = Api.Events().Count(row => row.Type == "command" && row.OccurredAt > Time.GetUtcNow().AddHours(-24));
        await menus.WaitForAssertionAsync(() => Assert.Equal($"Command {commands:N0} events", Text(Option(menus, "Command"))));
        await menus.WaitForAssertionAsync(() => Assert.EndsWith(" events", Text(Option(menus, "Any")), StringComparison.Ordinal));
        await menus.WaitForAssertionAsync(() => Assert.Empty(menus.FindAll(".bone")));
    }

    [Fact]
    public async Task Choices_WhileTheyAreCounted_HoldTheirPlace()
    {
        var (page, menus) = await OpenFormAsync();
        Api.Faults = new SandboxFaults { LatencyMs = 1000 };
        await OpenMenuAsync(page, "filter-type");
        await menus.WaitForAssertionAsync(() => Assert.Equal(3, menus.FindAll(".bone").Count));
        Assert.Equal("Command", Text(Option(menus, "Command")));

        Api.Faults = SandboxFaults.None;
        Time.Advance(TimeSpan.FromSeconds(1));
        await menus.WaitForAssertionAsync(() => Assert.Empty(menus.FindAll(".bone")));
        await menus.WaitForAssertionAsync(() => Assert.EndsWith(" events", Text(Option(menus, "Command")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Menu_Closed_AsksForNothingMore()
    {
        var (page, menus) = await OpenFormAsync();
        Api.Faults = new SandboxFaults { LatencyMs = 1000 };
        await OpenMenuAsync(page, "filter-product");
        await menus.WaitForAssertionAsync(() => Assert.NotEmpty(menus.FindAll(".bone")));
        await page.InvokeAsync(() => Select(page, "filter-product").CloseMenu());
        var sent = Api.RequestCount;
        Time.Advance(TimeSpan.FromSeconds(5));
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(sent, Api.RequestCount);
    }

    [Fact]
    public async Task Names_Suggested_ShowExactNumbers()
    {
        var (page, menus) = await OpenFormAsync();
        var names = page.FindComponent<MudAutocomplete<string>>().Instance;
        await page.InvokeAsync(() => names.OpenMenuAsync());

        var hangups = Api.Events().Count(row => row.Name == "call.hangup" && row.OccurredAt > Time.GetUtcNow().AddHours(-24));
        await menus.WaitForAssertionAsync(() => Assert.EndsWith($" {hangups:N0} events", Text(Option(menus, "call.hangup")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_WithoutARequestToSpare_SaySoAndAreCountedWhereSomebodyPoints()
    {
        Account = Account with { RateLimit = RequestLimit.Telnyx };
        var (page, menus) = await OpenFormAsync();
        var before = Api.RequestCount;
        await page.InvokeAsync(() => page.FindComponent<MudAutocomplete<string>>().Instance.OpenMenuAsync());
        await menus.WaitForElementAsync("[data-testid=counts-held]");
        Assert.Matches(@"^3\d of 40 left, resets at :00: counts load as requests become available", Text(menus.Find("[data-testid=counts-held]")));
        Assert.Equal(before, Api.RequestCount);

        await menus.FindAll(".name-suggestion").First(name => name.TextContent.Contains("call.hangup", StringComparison.Ordinal)).MouseEnterAsync(new());
        for (var second = 0; second < 12; second++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await menus.WaitForAssertionAsync(() => Assert.Contains(Api.Requests, served => served.Query.Contains("call.hangup", StringComparison.Ordinal)));
        Assert.InRange(Api.RequestCount - before, 2, 6);
    }

    [Fact]
    public async Task Choices_ThatTelnyxIgnores_ShowNoNumber()
    {
        var (page, menus) = await OpenFormAsync();
        await OpenMenuAsync(page, "filter-status");

        await menus.WaitForAssertionAsync(() => Assert.Contains("events", Text(Option(menus, "Any")), StringComparison.Ordinal));
        await menus.WaitForAssertionAsync(() => Assert.Empty(menus.FindAll(".bone")));
        Assert.Equal("Completed", Text(Option(menus, "Completed")));
    }

    private async Task<(IRenderedComponent<EventsPage> Page, IRenderedComponent<MudPopoverProvider> Menus)> OpenFormAsync()
    {
        var menus = Render<MudPopoverProvider>();
        var page = await OpenRowsAsync();
        await Button(page, "+ Filter").ClickAsync();
        return (page, menus);
    }

    private static Task OpenMenuAsync(IRenderedComponent<EventsPage> page, string id) => page.InvokeAsync(() => Select(page, id).OpenMenu());

    private static MudSelect<string> Select(IRenderedComponent<EventsPage> page, string id) =>
        page.FindComponents<MudSelect<string>>().Single(select => select.Find("input").Id == id).Instance;

    private static IElement Option(IRenderedComponent<MudPopoverProvider> menus, string text) =>
        menus.FindAll("[role=option]").First(option => option.TextContent.Trim().StartsWith(text, StringComparison.Ordinal));

    /// <summary>The words of an element, as they are read aloud.</summary>
    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
