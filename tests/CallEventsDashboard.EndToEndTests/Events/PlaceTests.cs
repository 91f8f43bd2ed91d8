using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Events;

/// <summary>Every way back to a page leads to the place where it was.</summary>
public sealed class PlaceTests(CalmFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    [Fact]
    public async Task List_LeftJustAfterItWasScrolled_IsWhereItWas()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("product=call_control&type=webhook");
        await visitor.RowAt(8).ClickAsync();
        await visitor.SelectedAddressAsync();

        var place = await visitor.Page.EvaluateAsync<string>(
            $$"""
            async () => {
              const list = document.querySelector('[data-testid=event-scroller]');
              list.scrollTop = list.querySelector('[data-testid=event-row]').offsetHeight * 3;
              await new Promise(requestAnimationFrame);
              const place = ({{Top}})();
              [...document.querySelectorAll('[data-testid=event-detail] a')].find(link => link.textContent.trim() === 'Open session').click();
              return place;
            }
            """);
        await Expect(visitor.Page.GetByTestId("session-timeline")).ToBeVisibleAsync();
        await visitor.Page.GoBackAsync();

        await ExpectPlaceAsync(visitor, place);
    }

    [Fact]
    public async Task Session_TabScaleLegAndMarks_AreInTheAddressAndComeBack()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=call.hangup");
        await visitor.RowAt(0).ClickAsync();
        await visitor.Detail.GetByRole(AriaRole.Link, new() { Name = "Open session" }).ClickAsync();
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Ladder" }).ClickAsync();
        await visitor.Button("Compressed").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(Ending("&tab=ladder&scale=compressed"));
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Events" }).ClickAsync();
        await visitor.Button("Leg A").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(Ending("&scale=compressed&leg=[0-9a-f-]{36}"));
        await visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Ladder" }).ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(Ending("&tab=ladder&scale=compressed&leg=[0-9a-f-]{36}"));
        var marks = visitor.Page.GetByTestId("event-mark");
        await visitor.Page.Locator("[data-only=failed]").ClickAsync();
        await visitor.Page.Locator("[data-only=end]").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(Ending("&scale=compressed&leg=[0-9a-f-]{36}&only=end,failed"));
        await visitor.Page.Locator("[data-only=failed]").ClickAsync();
        await Expect(visitor.Page).ToHaveURLAsync(Ending("&leg=[0-9a-f-]{36}&only=end"));
        await Expect(marks.And(visitor.Page.Locator("[data-event-name='call.initiated']"))).ToHaveCountAsync(0);

        await visitor.Page.ReloadAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Tab, new() { Name = "Ladder" })).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(visitor.Button("Compressed")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visitor.Button("Leg A")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visitor.Page.Locator("[data-only][aria-pressed=true]")).ToHaveCountAsync(1);
        await Expect(visitor.Page.Locator("[data-only=end]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(marks.And(visitor.Page.Locator("[data-event-name='call.hangup']")).First).ToBeVisibleAsync();
        await Expect(marks.And(visitor.Page.Locator("[data-event-name='call.initiated']"))).ToHaveCountAsync(0);
        await Expect(visitor.Page.GetByTestId("link-problems")).ToHaveCountAsync(0);
    }

    private static Regex Ending(string pattern) => new($"{pattern}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static async Task ExpectPlaceAsync(Visitor visitor, string? place)
    {
        await Expect(visitor.Page.Locator($"[data-testid=event-row][data-fingerprint='{place}']")).ToBeInViewportAsync();
        await visitor.Page.WaitForFunctionAsync($"place => ({Top})() === place", place);
    }

    private const string Top =
        """
        () => {
          const list = document.querySelector('[data-testid=event-scroller]');
          const edge = list.getBoundingClientRect().top + list.querySelector('[role=row]').offsetHeight;
          return [...list.querySelectorAll('[data-testid=event-row]')].filter(row => row.getBoundingClientRect().bottom > edge + 1)
            .sort((one, other) => one.dataset.index - other.dataset.index)[0]?.dataset.fingerprint;
        }
        """;
}
