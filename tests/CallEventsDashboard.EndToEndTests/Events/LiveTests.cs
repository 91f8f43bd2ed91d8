using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>A list that goes on as events arrive, and stands still while somebody reads it.</summary>
[Collection(nameof(Trouble))]
public sealed class LiveTests(TroubleFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const string RowAtTop =
        """
        scroller => {
          const edge = scroller.getBoundingClientRect().top + 80;
          const row = [...scroller.querySelectorAll('[data-index]')].find(row => row.getBoundingClientRect().bottom > edge);
          return `${row.dataset.fingerprint} at ${Math.round(row.getBoundingClientRect().top)}`;
        }
        """;

    private const string RowsBesideView = "list => list.querySelectorAll('[data-index]').length - Math.ceil(list.clientHeight / 32)";

    [Fact]
    public async Task List_ThatIsLive_ShowsWhatArrives_AndMovesNothingWhileSomebodyReads()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync();
        var live = visitor.Page.GetByTestId("live");
        await Expect(live).ToHaveAttributeAsync("data-state", "off");
        await live.ClickAsync();
        await Expect(live).ToHaveAttributeAsync("data-state", "following");
        await Expect(live).ToHaveAttributeAsync("aria-pressed", "true");

        var total = await visitor.TotalAsync();
        await Sandbox.SetFaultsAsync(new { newRows = 3 });
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-total", $"{total + 3}");
        await Expect(visitor.Page.Locator("[data-testid=event-row].arrived")).ToHaveCountAsync(3);
        // What a poll costs is what is in view, however much it brings.
        await visitor.Page.WaitForFunctionAsync($"() => {{ const beside = ({RowsBesideView})(document.querySelector('[data-testid=event-scroller]')); return beside >= 0 && beside <= 17; }}");

        await visitor.Scroller.EvaluateAsync("scroller => { scroller.scrollTop = 600; }");
        await Expect(live).ToHaveAttributeAsync("data-state", "paused");
        var top = await visitor.Scroller.EvaluateAsync<string>(RowAtTop);
        await Sandbox.SetFaultsAsync(new { newRows = 5 });
        await Expect(live).ToHaveAttributeAsync("data-gap", "5");
        Assert.Equal(top, await visitor.Scroller.EvaluateAsync<string>(RowAtTop));
        Assert.Equal(total + 3, await visitor.TotalAsync());

        await live.ClickAsync();
        await Expect(live).ToHaveAttributeAsync("data-state", "following");
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-total", $"{total + 8}");
        await Expect(visitor.RowAt(5)).ToHaveAttributeAsync("data-gap", "5 new while paused");

        await visitor.RowAt(2).ClickAsync();
        await Expect(live).ToHaveAttributeAsync("data-state", "paused");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await live.ClickAsync();
        await Expect(live).ToHaveAttributeAsync("data-state", "following");
        await live.ClickAsync();
        await Expect(live).ToHaveAttributeAsync("data-state", "off");
    }

    [Fact]
    public async Task Sessions_ThatAreLive_ShowThoseThatBegin_AndMoveNothingWhileSomebodyReads()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/sessions");
        var (live, rows) = (visitor.Page.GetByTestId("live"), visitor.Page.GetByTestId("session-row"));
        await live.ClickAsync();
        await Expect(live).ToHaveAttributeAsync("data-state", "following");
        await Sandbox.SetFaultsAsync(new { newRows = 40 });
        await Expect(visitor.Page.Locator("[data-testid=session-row].arrived").First).ToBeVisibleAsync();
        await Expect(rows.First).ToHaveAttributeAsync("data-complete", "true");

        await rows.Nth(2).FocusAsync();
        await Expect(live).ToHaveAttributeAsync("data-state", "paused");
        var top = await rows.First.GetAttributeAsync("data-session-id");
        await Sandbox.SetFaultsAsync(new { newRows = 60 });
        await Expect(live).ToHaveAttributeAsync("data-gap", "60");
        await Expect(live).ToContainTextAsync("60 new events");
        Assert.Equal(top, await rows.First.GetAttributeAsync("data-session-id"));

        await live.ClickAsync();
        await Expect(live).ToHaveAttributeAsync("data-state", "following");
        await Expect(visitor.Page.Locator($"[data-session-id='{top}']")).ToHaveAttributeAsync("data-gap", new Regex("^[0-9]+ new while paused$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
