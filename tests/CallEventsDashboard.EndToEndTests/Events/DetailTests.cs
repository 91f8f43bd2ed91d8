using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

public sealed class DetailTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task Row_Clicked_OpensItsDetail_AndClosingReturnsTheFocus()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        var row = await visitor.LoadedRowAsync(3);

        await visitor.RowAt(3).ClickAsync();

        await Expect(visitor.Detail).ToBeVisibleAsync();
        await Expect(visitor.Page).ToHaveURLAsync($"/events?event={row.Fingerprint}");
        await Expect(visitor.Detail).ToContainTextAsync(row.Name);
        await Expect(visitor.Detail).ToContainTextAsync("record_type");

        await visitor.Button("Close detail").ClickAsync();

        await Expect(visitor.Detail).ToHaveCountAsync(0);
        await Expect(visitor.Page).ToHaveURLAsync("/events");
        var focused = await visitor.Page.EvaluateAsync<string>("document.activeElement?.closest('[data-testid=event-row]')?.dataset.fingerprint ?? 'no row'");
        Assert.Equal(row.Fingerprint, focused);
    }

    [Fact]
    public async Task Row_ActivatedByKeyboard_OpensItsDetail()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();

        await visitor.RowAt(0).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Detail).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Edge_DraggedOrMovedByKeys_SetsTheWidth_WhichIsKept()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        await visitor.RowAt(0).ClickAsync();
        await Expect(visitor.Detail).ToHaveCSSAsync("width", "400px");
        var edge = visitor.Page.GetByRole(AriaRole.Separator, new() { Name = "Width of the pane" });
        var box = (await edge.BoundingBoxAsync())!;

        await visitor.Page.Mouse.MoveAsync(box.X + 4, box.Y + 100);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(box.X - 96, box.Y + 100);
        await visitor.Page.Mouse.UpAsync();
        await Expect(visitor.Detail).ToHaveCSSAsync("width", "500px");
        await edge.PressAsync("ArrowRight");
        await Expect(edge).ToHaveAttributeAsync("aria-valuenow", "480");

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Detail).ToHaveCSSAsync("width", "480px");
    }

    [Fact]
    public async Task Session_OfAnEvent_IsOneClickAway()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.hangup");
        var row = await visitor.LoadedRowAsync(0);
        await visitor.RowAt(0).ClickAsync();

        await visitor.Detail.GetByText("events of this session").ClickAsync();

        await Expect(visitor.Badge("application_session_id")).ToHaveAttributeAsync("data-applied-by", "api");
        var count = await Sandbox.CountAsync($"filter[application_session_id]={row.SessionId}");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-total", $"{count}");
    }
}
