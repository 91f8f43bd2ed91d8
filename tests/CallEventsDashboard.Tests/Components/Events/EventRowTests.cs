using Bunit;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

public sealed class EventRowTests : DashboardContext
{
    private static readonly CallEvent Hangup = new()
    {
        Name = "call.hangup",
        Type = "webhook",
        OccurredAt = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero).AddMicroseconds(123_400),
        OccurredAtText = "2026-11-23T09:00:00.1234Z",
        LegId = "5b1d7c40-c8a2-11f1-9c10-02420aef93a0",
        SessionId = "5b1d6f2a-c8a2-11f1-8b7b-02420aef93a0",
        ConnectionId = "2811212257810187875",
        From = "+12025550142",
        To = "sip:ada@example.test",
        Failed = true,
        Attempt = 2,
        Fingerprint = "1795424400123400-00000000000000aa",
        Raw = "{}"u8.ToArray(),
    };

    [Fact]
    public void Row_Always_CarriesItsPublicAttributes()
    {
        var row = RenderRow(Hangup, 41).Find("[data-testid=event-row]");

        Assert.Equal(
            ["41", "2026-11-23T09:00:00.123400Z", "call.hangup", "webhook", Hangup.LegId, Hangup.SessionId, Hangup.Fingerprint],
            new[] { "data-index", "data-occurred-at", "data-event-name", "data-event-type", "data-leg-id", "data-session-id", "data-fingerprint" }.Select(name => row.GetAttribute(name)));
        Assert.Equal(("row", "42", "false"), (row.GetAttribute("role"), row.GetAttribute("aria-rowindex"), row.GetAttribute("aria-selected")));
        Assert.Equal(10, row.QuerySelectorAll("[role=gridcell]").Length);
    }

    [Fact]
    public void Row_OfAFailedSecondAttempt_SaysSo() =>
        Assert.Equal("failed · 2", RenderRow(Hangup).Find(".delivery").TextContent.Trim());

    [Theory]
    [InlineData("webhook", null, false, 1, "delivered")]
    [InlineData("webhook", null, false, 3, "delivered · 3")]
    [InlineData("webhook", "accepted", false, 1, "accepted")]
    [InlineData("webhook", null, null, 1, "–")]
    [InlineData("command", null, false, null, "–")]
    public void Row_ThatDidNotFail_SaysHowItWasDelivered(string type, string? status, bool? failed, int? attempt, string text) =>
        Assert.Equal(text, RenderRow(Hangup with { Type = type, DeliveryStatus = status, Failed = failed, Attempt = attempt }).Find(".delivery").TextContent.Trim());

    [Fact]
    public void Row_OfAnEmptyRecord_ShowsThatThingsAreMissing()
    {
        var row = RenderRow(new CallEvent { Name = "", Type = "", Fingerprint = "0-00000000000000aa", Raw = "{}"u8.ToArray() }).Find("[data-testid=event-row]");

        Assert.Equal("", row.GetAttribute("data-event-name"));
        Assert.Equal("(no name)", row.QuerySelector(".name")!.TextContent.Trim());
        Assert.Equal("no time", row.QuerySelector(".time")!.TextContent.Trim());
        Assert.Equal("–", row.QuerySelector(".from")!.TextContent.Trim());
    }

    [Fact]
    public void Row_OfARecordThatSaysSomething_TellsIt_AsItMayBeSeen()
    {
        var hangup = Hangup with { Raw = """{"type":"webhook","metadata":{"event":{"payload":{"hangup_cause":"user_busy","sip_hangup_cause":"486"}}}}"""u8.ToArray() };
        var other = Hangup with { Raw = """{"type":"webhook","metadata":{"event":{"payload":{"digits":"•hidden, 4 characters"}}}}"""u8.ToArray() };

        Assert.Equal("user_busy · SIP 486", RenderRow(hangup).Find(".details").TextContent);
        Assert.Equal("•hidden, 4 characters", RenderRow(other).Find(".details").TextContent);
    }

    [Fact]
    public void Row_OfAHostileRecord_IsTextAndNothingElse()
    {
        const string script = "<img src=x onerror=alert(1)>";
        var row = RenderRow(Hangup with { Name = script, From = script, ConnectionId = script });

        Assert.Empty(row.FindAll("img"));
        Assert.Equal(script, row.Find("[data-testid=event-row]").GetAttribute("data-event-name"));
    }

    [Fact]
    public async Task Row_Clicked_OpensItsEvent()
    {
        var opened = 0;
        var row = Render<EventRow>(parameters => parameters.Add(it => it.Index, 0).Add(it => it.Row, Hangup).Add(it => it.OnOpen, () => opened++));
        await row.Find("[data-testid=event-row]").ClickAsync(new());

        Assert.Equal(1, opened);
    }

    [Fact]
    public void Row_SelectedLater_SaysSo()
    {
        var row = RenderRow(Hangup);
        row.Render(parameters => parameters.Add(it => it.IsSelected, true));

        Assert.Equal("true", row.Find("[data-testid=event-row]").GetAttribute("aria-selected"));
    }

    private IRenderedComponent<EventRow> RenderRow(CallEvent row, int index = 0) =>
        Render<EventRow>(parameters => parameters.Add(it => it.Index, index).Add(it => it.Row, row));
}
