using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>The values of a list, and lists of several values or without some.</summary>
public sealed class ValuesTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task Value_ExcludedFromThePanel_IsGoneAndStaysSoInTheLink()
    {
        var visitor = await VisitorAsync();
        // So few events are read at once.
        var few = await Sandbox.NewestRangeAsync(900);
        await visitor.OpenEventsAsync(few);
        await visitor.Page.GetByTestId("values-open").ClickAsync();
        // They are sorted once all are counted.
        await Expect(visitor.Page.Locator("[data-testid=value-count][data-filter=name][data-count='']")).ToHaveCountAsync(0);
        var first = visitor.Page.Locator("[data-testid=value-count][data-filter=name]:not([data-count='']):not([data-count='0'])").First;
        await Expect(first).ToBeVisibleAsync();
        var name = (await first.GetAttributeAsync("data-value"))!;
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = $"Exclude {name}", Exact = true }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync($"/events?not.name={name}&{few}");
        await AssertExcludedAsync(visitor, name);
        await visitor.Page.ReloadAsync();
        await AssertExcludedAsync(visitor, name);
    }

    [Fact]
    public async Task Link_OfSeveralValues_ShowsThemAllAndNamesWhatItCannotUse()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync($"/events?name=call.hangup,call.answered&not.foo=1&{await Sandbox.NewestRangeAsync(900)}");

        await Expect(visitor.Page.GetByText("“not.foo” was left out")).ToBeVisibleAsync();
        await Expect(visitor.Badge("name")).ToContainTextAsync("is one of");
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByTestId("coverage")).ToHaveAttributeAsync("data-state", "complete");
        Assert.Equal(["call.answered", "call.hangup"], (await visitor.LoadedRowsAsync()).Select(row => row.AsSent.Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task AssertExcludedAsync(Visitor visitor, string name)
    {
        await Expect(visitor.Badge("not.name")).ToContainTextAsync(name);
        await Expect(visitor.Badge("not.name")).ToHaveAttributeAsync("data-applied-by", "dashboard");
        await Expect(visitor.RowAt(0)).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByTestId("coverage")).ToHaveAttributeAsync("data-state", "complete");
        var rows = await visitor.LoadedRowsAsync();
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => row.AsSent.Name == name);
    }
}
