using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Security;

/// <summary>What the Content-Security-Policy pins is all that the pages use. Every other test here fails on a violation as well; these go where MudBlazor writes most.</summary>
public sealed class PolicyTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task EveryPart_InBothThemes_ViolatesNothing()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        await visitor.ScrollToAsync(0.5);
        await visitor.WaitForRowsAsync();
        await visitor.OpenEventsAsync();
        await visitor.RowAt(0).ClickAsync();
        await Expect(visitor.Detail).ToBeVisibleAsync();
        await visitor.Page.GetByText("Copy▾").ClickAsync();
        await visitor.Rows.First.HoverAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        await UseTheFormAsync(visitor);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Time range" }).ClickAsync();
        await visitor.Field("From time").FillAsync("-15m");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.GetByText("Key in use").ClickAsync();
        await Expect(visitor.Page.GetByText("Manage keys")).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await SwitchThemeTwiceAsync(visitor);
        await visitor.GoToAsync("/keys");
        await visitor.Button($"Rename {Keys.Name}").ClickAsync();
        await visitor.Button("Cancel").ClickAsync();
        await visitor.Button($"Delete {Keys.Name}").ClickAsync();
        await visitor.Button("Cancel").ClickAsync();
        await SwitchThemeTwiceAsync(visitor);

        await AssertThemedAsync(visitor);
    }

    [Fact]
    public async Task Violation_IsNoticed()
    {
        await using var visitor = await TroublemakerAsync();
        await visitor.GoToAsync("/keys");

        await visitor.Page.EvaluateAsync("const style = document.createElement('style'); style.textContent = 'b { color: red }'; document.head.append(style);");
        await visitor.Page.EvaluateAsync("fetch('https://elsewhere.invalid/').catch(() => { })");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("policy: style-src", StringComparison.Ordinal));
        Assert.Contains(visitor.Complaints, complaint => complaint.Contains("policy: connect-src", StringComparison.Ordinal));
    }

    private static async Task UseTheFormAsync(Visitor visitor)
    {
        await visitor.OpenFilterFormAsync();
        await visitor.Field("Event name").PressSequentiallyAsync("call.h");
        await Expect(visitor.Page.Locator(".name-suggestion").First).ToBeVisibleAsync();
        await visitor.Page.GetByText("Enter applies").ClickAsync();
        await Expect(visitor.Page.Locator(".name-suggestion")).ToHaveCountAsync(0);
        await visitor.Field("Leg ID").FillAsync("not-a-uuid");
        await visitor.Button("Apply").ClickAsync();
        await Expect(visitor.Field("Leg ID")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Field("Leg ID").FillAsync("");
        await visitor.Field("Type").ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Option, new() { Name = "command" }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await visitor.Button("Cancel").ClickAsync();
    }

    private static async Task SwitchThemeTwiceAsync(Visitor visitor)
    {
        for (var i = 0; i < 2; i++)
        {
            var before = await visitor.Page.Locator("html").GetAttributeAsync("data-theme");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "theme" }).First.ClickAsync();
            await Expect(visitor.Page.Locator("html")).Not.ToHaveAttributeAsync("data-theme", before!);
            await AssertThemedAsync(visitor);
        }
    }

    /// <summary>A style element that the policy refuses leaves MudBlazor's colours undefined.</summary>
    private static async Task AssertThemedAsync(Visitor visitor)
    {
        var isDark = await visitor.Page.Locator("html").GetAttributeAsync("data-theme") == "dark";
        await visitor.Page.WaitForFunctionAsync(
            "surface => getComputedStyle(document.documentElement).getPropertyValue('--mud-palette-surface').trim().startsWith(surface)",
            isDark ? "rgba(28,33,43" : "rgba(255,255,255");
    }
}
