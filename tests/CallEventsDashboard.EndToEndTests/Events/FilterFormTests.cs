using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed class FilterFormTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task TextFilter_Applied_ChangesLinkAndRows()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        var everything = await visitor.TotalAsync();

        await visitor.OpenFilterFormAsync();
        await visitor.Field("Event name").FillAsync("call.hangup");
        await visitor.Button("Apply").ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync("/events?name=call.hangup");
        await Expect(visitor.Badge("name")).ToHaveAttributeAsync("data-applied-by", "api");
        await visitor.WaitForRowsAsync();
        Assert.InRange(await visitor.TotalAsync(), 1, everything - 1);
        Assert.All(await visitor.LoadedRowsAsync(), row => Assert.Equal("call.hangup", row.Name));
    }

    [Fact]
    public async Task ChoiceFilter_Applied_ChangesLinkAndRows()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();

        await visitor.OpenFilterFormAsync();
        await ChooseAsync(visitor, "Type", "command");
        await visitor.Button("Apply").ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync("/events?type=command");
        await Expect(visitor.Badge("type")).ToHaveAttributeAsync("data-applied-by", "api");
        Assert.All(await visitor.LoadedRowsAsync(), row => Assert.Equal("command", row.Type));
    }

    [Fact]
    public async Task NumberFilter_TypedLoosely_IsSentAsE164()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();

        await visitor.OpenFilterFormAsync();
        await visitor.Field("From").FillAsync("+1 (312) 555-0123");
        await visitor.Button("Apply").ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync("/events?from=%2B13125550123");
    }

    [Fact]
    public async Task ValueThatCannotBeSent_SaysWhyBesideTheField_AndKeepsIt()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();

        await visitor.OpenFilterFormAsync();
        await visitor.Field("Leg ID").FillAsync("not-a-uuid");
        await visitor.Button("Apply").ClickAsync();

        await Expect(visitor.Field("Leg ID")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visitor.Field("Leg ID")).ToHaveValueAsync("not-a-uuid");
        await Expect(visitor.Page).ToHaveURLAsync("/events");
    }

    [Fact]
    public async Task Form_WhoseFocusComesLate_LeavesItWhereThePersonTypes()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        var chosen = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/FocusScope*.js*", async route =>
        {
            await chosen.Task;
            await route.ContinueAsync();
        });

        await visitor.OpenFilterFormAsync();
        await visitor.Field("Leg ID").FocusAsync();
        var script = visitor.Page.WaitForResponseAsync(response => response.Url.Contains("FocusScope", StringComparison.Ordinal));
        chosen.SetResult();
        await script;
        await visitor.Page.Keyboard.TypeAsync("428c31b6-abf3-3bb9-ac14-c4a1f8a0e8a0", new() { Delay = 30 });

        await Expect(visitor.Field("Leg ID")).ToHaveValueAsync("428c31b6-abf3-3bb9-ac14-c4a1f8a0e8a0");
        await Expect(visitor.Field("Leg ID")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Form_Opened_BeginsAtItsFirstField()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();

        await visitor.OpenFilterFormAsync();

        await Expect(visitor.Field("From")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Chip_Removed_ShowsEverythingAgain()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.hangup");
        var some = await visitor.TotalAsync();

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Remove filter" }).ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync("/events");
        await Expect(visitor.Page.GetByTestId("filter-badge")).ToHaveCountAsync(0);
        await Expect(visitor.Coverage).Not.ToHaveAttributeAsync("data-total", $"{some}");
        await visitor.WaitForRowsAsync();
        Assert.True(await visitor.TotalAsync() > some);
    }

    /// <summary>Picks from a native choice or from a list that opens.</summary>
    private static async Task ChooseAsync(Visitor visitor, string label, string option)
    {
        var field = visitor.Field(label);
        if (await field.EvaluateAsync<bool>("field => field instanceof HTMLSelectElement"))
        {
            await field.SelectOptionAsync(option);
            return;
        }

        await field.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Option, new() { Name = option }).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
    }
}
