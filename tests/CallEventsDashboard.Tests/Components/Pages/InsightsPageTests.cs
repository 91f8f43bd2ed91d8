using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Components.Pages;

/// <summary>The page of measures over a real account: nothing is asked before a person asks, each number leads to its list, and what is not known is not made up.</summary>
public sealed class InsightsPageTests : EventsContext
{
    [Fact]
    public async Task Page_Opened_AsksNothingAndSaysWhatCountingTakes()
    {
        var page = await ShowAsync();

        Assert.Equal(0, Api.RequestCount);
        Assert.Equal(("idle", "15"), (Root(page).GetAttribute("data-state"), Root(page).GetAttribute("data-requests")));
        Assert.Equal("Count: 15 requests", page.Find("[data-testid=insights-count]").TextContent.Trim());
        Assert.All(page.FindAll("[data-testid=measure]"), tile => Assert.Equal("", tile.GetAttribute("data-count")));
        Assert.Contains("None yet.", page.Find("[data-testid=session-measures]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=duration]"));
    }

    [Fact]
    public async Task Count_Pressed_ShowsExactNumbersThatLeadToTheirLists()
    {
        Account = new() { Events = 4000 };
        var page = await ShowAsync("insights?order=oldest");
        await CountAsync(page);

        var there = There();
        var calls = there.Count(row => row.Name is "call.initiated" or "call_initiated" && !row.Failed);
        var answered = there.Count(row => row.Name is "call.answered" or "call_answered" && !row.Failed);
        Assert.Equal(calls, Number(page, "calls"));
        Assert.Equal(answered, Number(page, "answered"));
        Assert.Equal((100.0 * answered / calls).ToString("0.#", CultureInfo.InvariantCulture), Tile(page, "asr").GetAttribute("data-count"));
        Assert.Equal(there.Count(row => row.Type == "command" && row.Failed), Number(page, "refused-commands"));
        Assert.Equal(there.Count(row => row.Type != "command" && row.Failed), Number(page, "failed-webhooks"));
        Assert.Equal(15, Api.RequestCount);
        Assert.Equal("Refresh: 15 requests", page.Find("[data-testid=insights-count]").TextContent.Trim());
        Assert.Matches("Counted by Telnyx, [0-9:]{8} UTC", Tile(page, "calls").TextContent);
        Assert.Contains("order=oldest", LinkOf(Tile(page, "failed-webhooks")), StringComparison.Ordinal);

        // The list behind a number has as many events.
        await AssertListHasAsync(LinkOf(Tile(page, "failed-webhooks")), Number(page, "failed-webhooks"));
        await AssertListHasAsync(Tile(page, "calls").QuerySelectorAll(".parts a")[1].GetAttribute("href")!, there.Count(row => row.Name == "call_initiated" && !row.Failed));
    }

    [Fact]
    public async Task Read_OfHangupsAndFailedWebhooks_GivesNumbersThatLeadToTheirLists()
    {
        Account = new() { Events = 4000, Shape = RecordShape.Mixed };
        var page = await ShowAsync();
        await CountAsync(page);
        var before = Api.RequestCount;
        var said = await ReadAsync(page, "hangups") + await ReadAsync(page, "failed-webhooks");

        Assert.Equal(said, Api.RequestCount - before);
        Assert.Matches("^From all [0-9,]+ hang-ups, read [0-9:]{8} UTC.$", Basis(page, "hangups"));
        var busy = page.Find("[data-testid=insight-cause][data-cause=user_busy][data-connection='']");
        await AssertListHasAsync(LinkOf(busy), Count(busy));
        var ofConnection = page.FindAll("[data-testid=insight-cause][data-failed=true]").First(cell => cell.GetAttribute("data-connection") is { Length: > 9 } && Count(cell) > 0);
        await AssertListHasAsync(LinkOf(ofConnection), Count(ofConnection));
        foreach (var filter in new[] { "host", "name", "connection_id", "product" })
        {
            var value = page.FindAll($"[data-testid=insight-value][data-filter={filter}]")[0];
            await AssertListHasAsync(LinkOf(value), Count(value));
        }
    }

    [Fact]
    public async Task Page_LeftAndOpenedAgain_HasItsNumbersWithoutARequest()
    {
        var page = await ShowAsync("insights?last=6h");
        await CountAsync(page);
        var (calls, before) = (Number(page, "calls"), Api.RequestCount);
        page.Instance.Dispose();

        Navigation.NavigateTo("insights?last=6h&order=oldest");
        var again = Render<InsightsPage>();
        Assert.Equal((calls, before), (Number(again, "calls"), Api.RequestCount));
        Navigation.NavigateTo("insights?last=1h");
        await again.WaitForAssertionAsync(() => Assert.Equal("not-counted", Tile(again, "calls").GetAttribute("data-state")));
        Assert.Equal(before, Api.RequestCount);
    }

    [Fact]
    public async Task List_ThatIsFilteredHere_SaysSoAndLeadsToOneThatCanBeCounted()
    {
        var page = await ShowAsync("insights?name=call.answered,call.hangup&type=webhook&q=busy&call_failed=true");

        Assert.Empty(page.FindAll("[data-testid=insights-count]"));
        Assert.Equal("insights?type=webhook", page.Find("[data-testid=insights-filtered-here] a").GetAttribute("href"));
        Assert.All(page.FindAll("[data-testid=measure]:not([data-measure=commands]):not([data-measure=refused-commands])"), tile => Assert.Contains(tile.GetAttribute("data-state"), (string[])["filtered-here", "not-in-list"]));
        Assert.Equal(0, Api.RequestCount);
    }

    [Fact]
    public async Task Count_ThatFails_SaysWhyAndKeepsThePriceOfAnotherOne()
    {
        Api.Faults = new SandboxFaults { Fault = Fault.Forbidden };
        var page = await ShowAsync();
        await page.Find("[data-testid=insights-count]").ClickAsync(new());

        await page.WaitForAssertionAsync(() => Assert.Equal("forbidden", page.Find("[role=alert]").GetAttribute("data-error")));
        Assert.Contains("counting again asks for every number anew", string.Join(' ', page.Find("[role=alert]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(("failed", 1L), (Root(page).GetAttribute("data-state"), Api.RequestCount));
        Assert.Equal("Count: 15 requests", page.Find("[data-testid=insights-count]").TextContent.Trim());
        Assert.Equal("", Tile(page, "calls").GetAttribute("data-count"));
    }

    [Fact]
    public async Task Durations_ComeFromTheSessionsThatWereReadAndSayHowMany()
    {
        Account = new() { Events = 3000, Scenarios = new Dictionary<CallScenario, int> { [CallScenario.Transferred] = 3 } };
        await StoreKeyAsync();
        Navigation.NavigateTo("sessions");
        var list = Render<SessionsPage>();
        await list.WaitForStateAsync(() => list.HasComponent<SessionGrid>());
        await list.InvokeAsync(() => list.FindComponent<SessionGrid>().Instance.ShowRowsAsync(0, 20));
        await list.InvokeAsync(() => list.FindComponent<SessionGrid>().Instance.SetRowsAsync(36, int.MaxValue));
        await list.WaitForStateAsync(() => list.FindAll("[data-testid=session-row][data-complete=true]").Count > 5, Limits.Wait);
        var read = list.FindAll("[data-testid=session-row][data-complete=true]").Count;
        list.Instance.Dispose();
        var before = Api.RequestCount;

        Navigation.NavigateTo("insights");
        var page = Render<InsightsPage>();
        var sessions = int.Parse(page.Find("[data-testid=session-measures]").GetAttribute("data-sessions")!, CultureInfo.InvariantCulture);
        Assert.InRange(sessions, read, 500);
        Assert.Equal(["acd", "set-up", "response"], page.FindAll("[data-testid=duration]").Select(duration => duration.GetAttribute("data-measure")));
        Assert.Contains($"From {sessions} sessions", page.Find("[data-testid=session-measures] .what").TextContent, StringComparison.Ordinal);
        Assert.Equal("sessions", page.Find("[data-testid=read-sessions]").GetAttribute("href"));
        Assert.Equal(before, Api.RequestCount);
        // Another list was not read.
        Navigation.NavigateTo("insights?product=fax");
        await page.WaitForAssertionAsync(() => Assert.Equal("0", page.Find("[data-testid=session-measures]").GetAttribute("data-sessions")));
    }

    private async Task<IRenderedComponent<InsightsPage>> ShowAsync(string link = "insights")
    {
        await StoreKeyAsync();
        Navigation.NavigateTo(link);
        return Render<InsightsPage>();
    }

    private static async Task CountAsync(IRenderedComponent<InsightsPage> page)
    {
        await page.Find("[data-testid=insights-count]").ClickAsync(new());
        await page.WaitForStateAsync(() => Root(page).GetAttribute("data-state") == "counted", Limits.Wait);
    }

    private static async Task<int> ReadAsync(IRenderedComponent<InsightsPage> page, string rows)
    {
        var button = page.Find($"[data-testid=insights-read][data-rows={rows}]");
        var said = int.Parse(button.GetAttribute("data-requests")!, CultureInfo.InvariantCulture);
        await button.ClickAsync(new());
        await page.WaitForStateAsync(() => page.Find($"[data-testid=insights-basis][data-rows={rows}]").GetAttribute("data-whole") == "true", Limits.Wait);
        return said;
    }

    private async Task AssertListHasAsync(string link, int count)
    {
        Navigation.NavigateTo(link);
        var list = Render<EventsPage>();
        await list.WaitForAssertionAsync(() => Assert.Equal(("complete", $"{count}"), (Coverage(list).GetAttribute("data-state"), Coverage(list).GetAttribute("data-total"))), Limits.Wait);
        list.Instance.Dispose();
    }

    private List<SandboxEvent> There() => [.. Api.Events().Where(row => row.OccurredAt > Time.GetUtcNow().AddHours(-24))];

    private static IElement Root(IRenderedComponent<InsightsPage> page) => page.Find("[data-testid=insights]");

    private static IElement Tile(IRenderedComponent<InsightsPage> page, string measure) => page.Find($"[data-testid=measure][data-measure={measure}]");

    private static int Number(IRenderedComponent<InsightsPage> page, string measure) => Count(Tile(page, measure));

    private static int Count(IElement element) => int.Parse(element.GetAttribute("data-count")!, CultureInfo.InvariantCulture);

    private static string LinkOf(IElement element) => element.QuerySelector("a")!.GetAttribute("href")!;

    private static string Basis(IRenderedComponent<InsightsPage> page, string rows) => page.Find($"[data-testid=insights-basis][data-rows={rows}] span").TextContent.Trim();
}
