using System.Text.Json;
using System.Text.RegularExpressions;
using CallEventsDashboard.EndToEndTests.Harness;

namespace CallEventsDashboard.EndToEndTests.Pages;

/// <summary>An account in the documented shape with calls that fail in each way, and with commands that Telnyx refuses.</summary>
public sealed class FailureFixture() : DashboardFixture(
    ["--events", "2000", "--seed", "4", "--span", "20", "--scenario", "refused-commands", "--scenario", "unanswered=4", "--scenario", "failed-delivery", "--scenario", "under-way", "--shape", "documented"],
    new Dictionary<string, string>(StringComparer.Ordinal));

public sealed class FailureTests(FailureFixture dashboard, BrowserFixture browser) : DashboardTest(dashboard, browser), IClassFixture<FailureFixture>
{
    private const string Ended = "90018";

    [Fact]
    public async Task RefusedCommand_IsSeenInListDetailAndLane_WithTheRaceThatItLost()
    {
        var late = await LateCommandAsync();
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("failed=true&type=command&name=speak");
        var row = visitor.Page.Locator($"[data-testid=event-row][data-session-id='{late.SessionId}']");
        await Expect(row.GetByTestId("refused")).ToHaveTextAsync($"refused · {Ended}");

        await row.ClickAsync();
        await Expect(visitor.Detail.GetByTestId("refused")).ToHaveAttributeAsync("data-code", Ended);
        await Expect(visitor.Detail.GetByTestId("refused")).ToContainTextAsync("Call has already ended");

        await visitor.Detail.GetByRole(AriaRole.Link, new() { Name = "Open session" }).ClickAsync();
        await Expect(visitor.Detail).ToContainTextAsync("The caller hung up 120 ms before");
        var mark = visitor.Page.GetByTestId("session-timeline").Locator($"[data-testid=event-mark][data-event-name=speak]:has([data-testid=refused][data-code='{Ended}'])");
        await Expect(mark.GetByTestId("refused")).ToHaveTextAsync("!");
        Assert.Contains($"refused · {Ended}", await mark.GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedCommands_AreSeenInTheListOfSessions()
    {
        var late = await LateCommandAsync();
        var visitor = await VisitorAsync();
        await visitor.GoToAsync($"/sessions?application_session_id={late.SessionId}");

        await Expect(visitor.Page.GetByTestId("session-row").GetByTestId("refused")).ToHaveTextAsync("3 refused · 10004");
    }

    [Theory]
    [InlineData("Failed", "", "failed=true")]
    [InlineData("Failed webhooks", "", "failed=true&type=webhook")]
    [InlineData("Refused commands", "", "failed=true&type=command")]
    [InlineData("Calls that failed", "last=1h", "last=1h&call_failed=true")]
    public async Task QuickFilter_ByOneClick_IsAQueryOfTheLink(string label, string before, string query)
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync(before);

        var filter = visitor.Page.GetByTestId("quick-filter").Filter(new() { HasTextRegex = new Regex($"^{label}$", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        await filter.ClickAsync();

        await Expect(visitor.Page).ToHaveURLAsync($"/events?{query}");
        await visitor.WaitForRowsAsync();
        await Expect(filter).ToHaveAttributeAsync("aria-pressed", "true");
        if (label == "Calls that failed")
            Assert.All(await visitor.Rows.Locator(".details").AllInnerTextsAsync(), details => Assert.DoesNotContain("normal_clearing", details, StringComparison.Ordinal));
        else
            Assert.All(await visitor.Rows.Locator(".delivery").AllInnerTextsAsync(), delivery => Assert.Matches("^(failed|refused)", delivery));
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    public async Task Details_SayWhatAnEventSays_BesideTheListsOtherColumns(int width, bool isOpen)
    {
        var visitor = await VisitorAsync(width);
        await visitor.OpenEventsAsync("name=call.hangup");
        if (isOpen)
            await visitor.RowAt(1).ClickAsync();
        var details = visitor.RowAt(0).Locator(".details");

        await Expect(details).ToContainTextAsync("SIP ");
        Assert.InRange((await details.BoundingBoxAsync())!.Width, 60, width);
        Assert.Equal(0, await visitor.Scroller.EvaluateAsync<int>("scroller => scroller.scrollWidth - scroller.clientWidth"));
    }

    [Fact]
    public async Task Details_WhileNumbersAreMasked_HoldNothingThatWasSaid()
    {
        var visitor = await VisitorAsync();
        await visitor.OpenEventsAsync("name=speak&type=command");
        var details = visitor.RowAt(0).Locator(".details");
        await Expect(details).ToContainTextAsync("“");

        await visitor.Button("Privacy mode: mask numbers").ClickAsync();

        await Expect(details).ToContainTextAsync("“•hidden, ");
    }

    [Fact]
    public async Task CallUnderWay_IsInProgressInListAndSession()
    {
        var visitor = await VisitorAsync();
        await visitor.GoToAsync("/sessions?name=call.initiated");
        var underWay = visitor.Page.GetByTestId("session-row").Filter(new() { HasText = "In progress, " }).First;
        await Expect(underWay).ToBeVisibleAsync();
        await Expect(visitor.Coverage).ToContainTextAsync("by start, newest first");

        await underWay.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(visitor.Page.GetByTestId("outcome")).ToContainTextAsync("In progress, ");
        await Expect(visitor.Page.GetByTestId("outcome")).ToHaveAttributeAsync("data-cause", "");
    }

    /// <summary>The command of the account that came 120 ms after the hang-up.</summary>
    private async Task<ApiRow> LateCommandAsync()
    {
        var (rows, _) = await Sandbox.PageAsync("filter[name]=speak&filter[type]=command&filter[failed]=true", 1);
        return rows.Single(row => CodeOf(row.Record) == Ended);
    }

    private static string? CodeOf(JsonElement record) => record.GetProperty("metadata").GetProperty("errors")[0].GetProperty("code").GetString();
}
