using System.Globalization;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>The bars above the list, by mouse and by keyboard.</summary>
public sealed class VolumeTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task Bars_DraggedOver_NarrowTheRangeAndBackReturns()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("type=command");
        await ExpectCountedAsync(visitor);
        await Bar(visitor, 1).HoverAsync();
        await Expect(Volume(visitor).Locator(".tip")).ToHaveTextAsync(await Bar(visitor, 1).GetAttributeAsync("aria-label") ?? "");

        var (first, last) = (await Bar(visitor, 1).BoundingBoxAsync(), await Bar(visitor, 2).BoundingBoxAsync());
        await visitor.Page.Mouse.MoveAsync(first!.X + (first.Width / 2), first.Y + 10);
        await visitor.Page.Mouse.DownAsync();
        await visitor.Page.Mouse.MoveAsync(last!.X + (last.Width / 2), last.Y + 10);
        var expected = (await CountAsync(visitor, 1)) + (await CountAsync(visitor, 2));
        await Expect(Volume(visitor).Locator(".tip")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"{expected:N0} events in 2 bars"));
        await visitor.Page.Mouse.UpAsync();

        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-total", expected.ToString(CultureInfo.InvariantCulture));
        await visitor.Page.GoBackAsync();
        await Expect(visitor.Page).ToHaveURLAsync("/events?type=command");
        await ExpectCountedAsync(visitor);
    }

    [Fact]
    public async Task Bars_ByKeyboard_AreWalkedAlongAndChosen()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("type=command");
        await ExpectCountedAsync(visitor);

        await Bar(visitor, 0).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(Bar(visitor, 1)).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Expect(Volume(visitor).Locator(".chosen")).ToHaveCountAsync(2);
        var expected = (await CountAsync(visitor, 1)) + (await CountAsync(visitor, 2));
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-total", expected.ToString(CultureInfo.InvariantCulture));
    }

    private static ILocator Volume(Visitor visitor) => visitor.Page.GetByTestId("volume");

    private static ILocator Bar(Visitor visitor, int index) => Volume(visitor).GetByTestId("volume-bar").Nth(index);

    private static async Task<int> CountAsync(Visitor visitor, int index) =>
        int.Parse(await Bar(visitor, index).GetAttributeAsync("data-count") ?? "", CultureInfo.InvariantCulture);

    private static Task ExpectCountedAsync(Visitor visitor) => Expect(Volume(visitor)).ToHaveAttributeAsync("data-state", "counted");
}
