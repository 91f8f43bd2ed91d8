using System.Diagnostics;
using Bunit;
using CallEventsDashboard.Feeds.Requests;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Requests;

public sealed class RequestPanelTests : DashboardContext
{
    private static readonly Uri Address = new("https://telnyx.test/v2/");

    private static readonly RequestEntry Answered = new(
        "filter[from]=%2B12025550142&page[number]=1&page[size]=250", "page", new(2026, 11, 23, 9, 59, 1, 250, TimeSpan.Zero), TimeSpan.FromMilliseconds(143), 200, 250, 1, TimeSpan.Zero, null);

    [Fact]
    public void Rows_OfALog_ShowTheNewestFirst()
    {
        var panel = RenderPanel(Answered, Answered with { Query = "page[number]=2&page[size]=1", Purpose = "count", Rows = 1 });

        Assert.Equal(
            ["GET /v2/call_events?page[number]=2&page[size]=1", "GET /v2/call_events?filter[from]=%2B12025550142&page[number]=1&page[size]=250"],
            panel.FindAll("[data-testid=request-row] code").Select(code => code.TextContent));
    }

    [Fact]
    public void Row_OfAnAnswer_TellsItsFigures()
    {
        var row = RenderPanel(Answered).Find("[data-testid=request-row]");

        Assert.Equal(["09:59:01.250", "page", "200", "250 rows", "143 ms"], row.QuerySelectorAll(".facts > *").Select(fact => fact.TextContent));
    }

    [Fact]
    public void Row_OfAFailure_TellsItInWords()
    {
        var row = RenderPanel(Answered with { Status = 503, Rows = null, Attempts = 3, Waited = TimeSpan.FromSeconds(1.5), Error = TelnyxError.Unavailable }).Find("[data-testid=request-row]");

        Assert.Equal("503", row.QuerySelector(".pill.bad")!.TextContent);
        Assert.Equal("Telnyx can't be reached · 3 attempts · waited 1.50 s", row.QuerySelector(".remarks")!.TextContent);
    }

    [Fact]
    public void Row_WithoutAnAnswer_SaysWhetherOneMayCome()
    {
        Assert.Equal("pending", RenderPanel(Answered with { Duration = null, Status = null, Rows = null }).Find(".pill").TextContent);
        Assert.Equal("no answer", RenderPanel(Answered with { Status = null, Rows = null, Error = TelnyxError.Timeout }).Find(".pill").TextContent);
    }

    [Theory]
    [InlineData("call_events", "call_events")]
    [InlineData("session_analysis/call-session/5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0", "session_analysis/call-session/5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0")]
    [InlineData("calls/+12025550142", null)]
    public void Path_WhileMasked_KeepsItsRouteAndShowsNoNumber(string path, string? shown)
    {
        Services.GetRequiredService<PrivacyMode>().Set(isOn: true);
        var code = RenderPanel(Answered with { Path = path, Query = "" }).Find("[data-testid=request-row] code").TextContent;

        Assert.DoesNotContain("2025550142", code, StringComparison.Ordinal);
        Assert.StartsWith($"GET /v2/{shown ?? "calls/"}", code, StringComparison.Ordinal);
    }

    [Fact]
    public void LongLog_AtFirst_ShowsTheNewestHundred()
    {
        var panel = RenderPanel([.. Enumerable.Range(1, 250).Select(number => Answered with { Query = $"page[number]={number}" })]);
        Assert.Equal(100, panel.FindAll("[data-testid=request-row]").Count);
        Assert.Contains("page[number]=250", panel.Find("[data-testid=request-row]").TextContent, StringComparison.Ordinal);

        panel.Find(".older button").Click();

        Assert.Equal(250, panel.FindAll("[data-testid=request-row]").Count);
    }

    [Fact]
    public void Close_ByEscapeOrButton_IsAskedFor()
    {
        var closed = 0;
        var panel = Render<RequestPanel>(parameters => parameters.Add(it => it.Entries, [Answered]).Add(it => it.Address, Address).Add(it => it.OnClose, () => closed++));

        panel.Find("[data-testid=requests]").KeyDown("Escape");
        panel.Find("header button").Click();

        Assert.Equal(2, closed);
    }

    [Fact]
    public void Curl_OfARow_TakesTheKeyFromTheEnvironment() => Assert.Equal(
        "curl -g -H \"Authorization: Bearer $TELNYX_API_KEY\" 'https://telnyx.test/v2/call_events?filter[from]=%2B12025550142&page[number]=1&page[size]=250'",
        RenderPanel(Answered).Find("[data-copy]").GetAttribute("data-copy"));

    [Fact]
    public async Task Curl_OfAHostileQuery_IsOneWordToTheShell()
    {
        var url = $"{Address}call_events?filter[name]={Uri.EscapeDataString("'; $(id) `id` \" \\")}";
        var command = RequestCommand.Curl(Address, "call_events", "filter[name]='; $(id) `id` \" \\").Replace("curl -g -H \"Authorization: Bearer $TELNYX_API_KEY\"", "printf %s", StringComparison.Ordinal);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true, UseShellExecute = false })!;

        Assert.Equal(url, await shell.StandardOutput.ReadToEndAsync(Xunit.TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Allowance_OfTheKey_TellsWhatIsLeftAndFollowsTheClock()
    {
        var allowance = new Allowance(18, 40, new DateTimeOffset(2026, 11, 23, 10, 1, 0, TimeSpan.Zero), TimeSpan.FromMinutes(1), IsKept: false);
        var panel = Render<RequestPanel>(parameters => parameters.Add(it => it.Entries, [Answered]).Add(it => it.Address, Address).Add(it => it.Allowance, () => allowance));
        var mark = panel.Find("[data-testid=allowance]");
        Assert.Equal(("18", "40", "2026-11-23T10:01:00.000000Z"), (mark.GetAttribute("data-left"), mark.GetAttribute("data-limit"), mark.GetAttribute("data-resets-at")));
        Assert.Equal("18 of 40 left, resets at :00", mark.TextContent);

        allowance = allowance with { Left = 40, ResetsAt = allowance.ResetsAt.AddMinutes(1) };
        Time.Advance(TimeSpan.FromSeconds(1));
        panel.WaitForAssertion(() => Assert.Equal("40 of 40 left, resets at :00", panel.Find("[data-testid=allowance]").TextContent));
    }

    [Fact]
    public void Allowance_WhileUnknown_IsEmpty()
    {
        var mark = RenderPanel(Answered).Find("[data-testid=allowance]");

        Assert.Equal(("", "", "", ""), (mark.GetAttribute("data-left"), mark.GetAttribute("data-limit"), mark.GetAttribute("data-resets-at"), mark.TextContent));
    }

    private IRenderedComponent<RequestPanel> RenderPanel(params RequestEntry[] entries) =>
        Render<RequestPanel>(parameters => parameters.Add(it => it.Entries, entries).Add(it => it.Address, Address).Add(it => it.Key, ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!));
}
