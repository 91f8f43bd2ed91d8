using System.Text;
using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;
using Deque.AxeCore.Playwright;

namespace CallEventsDashboard.EndToEndTests.Sessions;

/// <summary>A session of more legs than are drawn at once.</summary>
[Collection(nameof(Crowd))]
public sealed class SessionCrowdTests(CrowdFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser)
{
    private const int Legs = 120;
    private const int First = 50;

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Lanes_BeyondTheFirst_AreDrawnByTheKeyboard(int width)
    {
        var (visitor, _) = await OpenAsync(width);
        await Expect(Lanes(visitor)).ToHaveCountAsync(First);
        await Expect(Hidden(visitor)).ToHaveAttributeAsync("data-count", "70");
        var violations = (await visitor.Page.RunAxe()).Violations.Where(violation => violation.Impact is "serious" or "critical");
        Assert.Empty(violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));

        await Hidden(visitor).GetByRole(AriaRole.Button, new() { Name = $"Show all {Legs}" }).PressAsync("Enter");

        await Expect(Lanes(visitor)).ToHaveCountAsync(Legs);
        await Expect(Hidden(visitor)).ToHaveCountAsync(0);
        await Expect(Lanes(visitor).Nth(First)).ToBeFocusedAsync();
        await Expect(Lanes(visitor).Nth(First).GetByTestId("event-mark").First).ToBeInViewportAsync();
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task Link_ToAnEventOnALaneThatIsNotDrawn_BringsItsLaneIntoView()
    {
        var (visitor, session) = await OpenAsync();
        var late = await FingerprintOfALateLegAsync(visitor);

        await visitor.GoToAsync($"/sessions/{session}?event={late}");

        var mark = visitor.Page.Locator($"[data-testid=event-mark][data-fingerprint='{late}']");
        await Expect(mark).ToHaveAttributeAsync("aria-current", "true");
        await Expect(mark).ToBeInViewportAsync();
        await Expect(Lanes(visitor)).ToHaveCountAsync(First + 1);
        await Expect(Hidden(visitor)).ToHaveAttributeAsync("data-count", "69");
    }

    [Fact]
    public async Task Print_OfALongSession_TakesTwoPages_SaysWhatItLeavesOut_AndLeavesTheScreenAsItWas()
    {
        var (visitor, _) = await OpenAsync();
        var timeline = visitor.Page.GetByTestId("session-timeline");
        var width = (await timeline.BoundingBoxAsync())!.Width;

        var printed = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, PrintBackground = true }));

        Assert.Equal(2, Regex.Count(printed, @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(10)));
        await Expect(visitor.Page.Locator("[data-paper] tr")).ToHaveCountAsync(0);
        await Expect(Lanes(visitor)).ToHaveCountAsync(First);
        Assert.Equal(width, (await timeline.BoundingBoxAsync())!.Width);

        await visitor.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        var paper = visitor.Page.Locator("[data-paper]");
        await Expect(paper).ToContainTextAsync($"The timeline is printed with 6 of its {Legs} lanes.");
        await Expect(paper.Locator("caption")).ToHaveTextAsync("Events, times in UTC");
        await Expect(paper.Locator("tbody tr")).ToHaveCountAsync(40);
        await Expect(paper).ToContainTextAsync("more events, not printed");
    }

    private static ILocator Lanes(Visitor visitor) => visitor.Page.GetByTestId("leg-lane");

    private static ILocator Hidden(Visitor visitor) => visitor.Page.GetByTestId("hidden-lanes");

    /// <summary>An event of the leg that was born last, as the page itself names it.</summary>
    private static async Task<string> FingerprintOfALateLegAsync(Visitor visitor)
    {
        await Hidden(visitor).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Lanes(visitor)).ToHaveCountAsync(Legs);
        var mark = Lanes(visitor).Last.Locator("[data-testid=event-mark]:not([data-count])").First;
        await Lanes(visitor).Last.ScrollIntoViewIfNeededAsync();
        await Expect(mark).ToBeVisibleAsync();
        return (await mark.GetAttributeAsync("data-fingerprint"))!;
    }

    private async Task<(Visitor Visitor, string Session)> OpenAsync(int width = 1440)
    {
        var (rows, _) = await Sandbox.PageAsync("filter[name]=speak", 1);
        var session = rows.CountBy(row => row.SessionId).MaxBy(pair => pair.Value).Key;
        var visitor = await VisitorAsync(width);
        await visitor.GoToAsync($"/sessions/{session}");
        await Expect(visitor.Page.GetByTestId("event-mark").First).ToBeVisibleAsync();
        await Expect(visitor.Coverage).ToHaveAttributeAsync("data-state", "complete");
        return (visitor, session);
    }
}
