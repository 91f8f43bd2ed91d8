using Bunit;
using CallEventsDashboard.ApiKeys;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Configuration;
using CallEventsDashboard.Neighbours;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Neighbours;

/// <summary>Calls of the list of sessions that the log leaves open: which of them Telnyx has ended.</summary>
public sealed class OpenCallsPanelTests : EventsContext
{
    private const double RowHeight = 40;
    private const string Panel = "[data-testid=open-calls]";

    [Fact]
    public async Task StuckCalls_AreToldFromThoseThatAreUp_AtOneRequestEach()
    {
        Account = Calls((CallScenario.LostHangup, 3), (CallScenario.UnderWay, 1), (CallScenario.Inbound, 2));
        // By then the call that is under way has had no event for so long that it may be stuck too.
        Time.Advance(TimeSpan.FromMinutes(5));
        var page = await OpenAsync();
        await page.WaitForAssertionAsync(() => Assert.Equal("4", page.Find(Panel).GetAttribute("data-count")));
        Assert.Equal("idle", page.Find(Panel).GetAttribute("data-state"));
        Assert.Equal(0, Asked());
        Assert.Contains("Ask Telnyx (4 requests)", page.Find($"{Panel} button").TextContent, StringComparison.Ordinal);

        await page.Find($"{Panel} button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("answered", page.Find(Panel).GetAttribute("data-state")));

        Assert.Equal((4, "3"), (Asked(), page.Find(Panel).GetAttribute("data-ended")));
        Assert.Equal(["ended", "ended", "ended", "up"], page.FindAll("[data-testid=open-call] .pill").Select(verdict => verdict.TextContent));
        Assert.All(page.FindAll("[data-testid=open-call]"), call => Assert.Contains($"sessions/{call.GetAttribute("data-session-id")}", call.QuerySelector("a")!.GetAttribute("href")!, StringComparison.Ordinal));
        // Only what is up is worth another look.
        Assert.Contains("Ask again (1 request)", page.Find($"{Panel} button").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_ThatMeetsTheRateLimit_EndsThere_AndKeepsItsAnswers()
    {
        Account = Calls((CallScenario.UnderWay, 3));
        // The account begins when it is first looked at.
        Assert.NotEmpty(Api.Events());
        Time.Advance(TimeSpan.FromMinutes(15));
        var page = await OpenAsync();
        await page.WaitForStateAsync(() => page.FindAll(Panel).Count > 0);
        await page.Find($"{Panel} button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("3 up", page.Find(Panel).TextContent, StringComparison.Ordinal));

        Api.Faults = new SandboxFaults { Fault = Fault.RateLimited, RetryAfter = "7" };
        await page.Find($"{Panel} button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Contains("rate limited by Telnyx. The answer before is still shown.", page.Find(Panel).TextContent, StringComparison.Ordinal));

        Assert.Equal(4, Asked());
        Assert.Contains("3 up", page.Find(Panel).TextContent, StringComparison.Ordinal);
    }

    /// <summary>The list has these sessions whole, so that no row of theirs need come into view; but for the oldest, which may have begun before the list does.</summary>
    [Fact]
    public async Task StuckCalls_FarBelowTheRowsInView_AreFoundWithoutARequestMore()
    {
        Account = Calls((CallScenario.LostHangup, 6));
        var page = await OpenAsync(rows: 1);

        await page.WaitForStateAsync(() => page.FindAll(Panel).Count > 0);
        await page.WaitForAssertionAsync(() => Assert.Equal("5", page.Find(Panel).GetAttribute("data-count")));

        Assert.Contains("5 of 6 sessions looked at", page.Find(Panel).TextContent, StringComparison.Ordinal);
        Assert.True(page.FindAll("[data-testid=session-row][data-complete=true]").Count < 5);
    }

    /// <summary>Of the sessions of a filtered list only those in view are read whole.</summary>
    [Fact]
    public async Task StuckCalls_OfAFilteredList_SayOfHowManySessionsTheyAre()
    {
        Account = Calls((CallScenario.LostHangup, 30));
        var page = await OpenAsync("?name=call.answered", rows: 5);
        await page.WaitForStateAsync(() => page.FindAll(Panel).Count > 0);

        await page.WaitForAssertionAsync(() => Assert.Matches("of 30 sessions looked at, the others as they come into view", page.Find(Panel).TextContent));
    }

    [Fact]
    public async Task CallThatHasHadAnEventWithinFiveMinutes_IsNotOffered()
    {
        Account = Calls((CallScenario.UnderWay, 1));

        Assert.Empty((await OpenAsync()).FindAll(Panel));
    }

    [Fact]
    public async Task Switch_TurnedOff_OffersNothing()
    {
        Account = Calls((CallScenario.LostHangup, 1));
        Services.PostConfigure<NeighboursOptions>(options => options.Calls = false);

        Assert.Empty((await OpenAsync()).FindAll(Panel));
    }

    [Fact]
    public async Task Key_WithoutPermission_IsToldSoCalmly_AfterOneRequest()
    {
        Account = Calls((CallScenario.LostHangup, 3)) with { Traps = new HashSet<ResourceTrap> { ResourceTrap.Forbidden } };
        var page = await OpenAsync();
        await page.WaitForStateAsync(() => page.FindAll(Panel).Count > 0);

        await page.Find($"{Panel} button").ClickAsync(new());
        await page.WaitForAssertionAsync(() => Assert.Equal("not-permitted", page.Find(Panel).GetAttribute("data-state")));

        Assert.Equal(1, Asked());
        Assert.Contains("not permitted with this key", page.Find(Panel).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task ListThatChangesWhileItAsks_IsAskedForNoMore()
    {
        var reader = Services.GetRequiredService<NeighbourFactory>().Open(new ApiAccount("Production", ApiKey.TryParse(Secret)!, IsSandbox: false))!;
        IReadOnlyList<OpenCall> before = [.. Enumerable.Range(1, 3).Select(number => new OpenCall($"session-{number}", $"leg-{number}", $"call-{number}", Start: null, From: null, To: null))];
        IReadOnlyList<OpenCall> after = [before[2]];
        var panel = Render<OpenCallsPanel>(parameters => parameters.AddCascadingValue(reader).Add(it => it.Open, before).Add(it => it.Query, CallEventQuery.Default));
        var isChanged = false;
        reader.Changed += () =>
        {
            if (isChanged || reader.Log is not [{ Duration: not null }])
                return;
            isChanged = true;
            panel.Render(parameters => parameters.Add(it => it.Open, after));
        };

        await panel.Find($"{Panel} button").ClickAsync(new());
        await panel.WaitForAssertionAsync(() => Assert.Equal("not-yet", panel.Find(Panel).GetAttribute("data-state")));

        Assert.Equal(["/v2/calls/call-1", "/v2/calls/call-3"], Api.RequestsBeside.Select(request => request.Path));
    }

    private static SandboxOptions Calls(params (CallScenario Scenario, int Count)[] calls) => new() { Events = 0, Scenarios = calls.ToDictionary(pair => pair.Scenario, pair => pair.Count) };

    private int Asked() => Api.RequestsBeside.Count(request => request.Path.StartsWith("/v2/calls", StringComparison.Ordinal));

    /// <param name="rows">How many rows are in view; null for all.</param>
    private async Task<IRenderedComponent<SessionsPage>> OpenAsync(string query = "", int? rows = null)
    {
        await StoreKeyAsync();
        Navigation.NavigateTo($"sessions{query}");
        var page = Render<SessionsPage>();
        await page.WaitForStateAsync(() => page.HasComponent<SessionGrid>());
        if (rows is { } few)
            await page.InvokeAsync(() => page.FindComponent<SessionGrid>().Instance.ShowRowsAsync(0, few));
        await page.InvokeAsync(() => page.FindComponent<SessionGrid>().Instance.SetRowsAsync(RowHeight, rows ?? int.MaxValue));
        await page.WaitForAssertionAsync(() => Assert.All(page.FindAll("[data-testid=session-row]").DefaultIfEmpty(), row => Assert.Equal("true", row?.GetAttribute("data-complete"))));
        return page;
    }
}
