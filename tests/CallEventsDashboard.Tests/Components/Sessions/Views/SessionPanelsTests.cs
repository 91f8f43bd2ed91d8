using Bunit;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Views;

public sealed class SessionPanelsTests : SessionContext
{
    [Fact]
    public void ThinkTimes_SlowestFirst_LinkToTheirTwoEvents()
    {
        var view = View(new CallScript().Incoming(CallScript.A).Wait(0.4).Command(CallScript.A, "answer").Wait(0.1).Webhook(CallScript.A, "call.answered").Wait(1.9).Command(CallScript.A, "speak"));

        var times = Part<SessionTimingsPanel>(part => part.Add(it => it.View, view)).FindAll("[data-testid=response-times] li");

        Assert.Equal(["1.90 s", "400 ms"], times.Select(time => time.QuerySelector("b")!.TextContent));
        Assert.Equal(["call.answered", "speak"], times[0].QuerySelectorAll("a").Select(link => link.TextContent.Trim()));
        Assert.Equal(view.Session.Marks[3].Fingerprint, times[0].QuerySelectorAll("a")[1].GetAttribute("data-event"));
    }

    [Fact]
    public void LegTimings_OfEachLeg_AndOfTheSession()
    {
        var view = View(new CallScript().AnsweredCaller().Command(CallScript.A, "transfer").Wait(0.3).Outgoing(CallScript.B).Wait(3).HangUp(CallScript.B, "user_busy", "callee", "486").Wait(1).HangUp(CallScript.A));

        var rows = Part<SessionTimingsPanel>(part => part.Add(it => it.View, view)).FindAll("[data-testid=leg-timings] tbody tr");

        Assert.Equal(3, rows.Count);
        Assert.Equal(["–", "1.50 s", "4.50 s", "–", "6.00 s"], rows[0].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(["–", "3.00 s", "–", "–", "3.00 s"], rows[1].QuerySelectorAll("td").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Delivery_ThatFailed_SaysWhatFollowed()
    {
        var view = View(new CallScript().Incoming(CallScript.A).Wait(1).Webhook(CallScript.A, "call.answered", attempts: [true, true]).Wait(9).HangUp(CallScript.A));

        var delivery = Part<SessionTimingsPanel>(part => part.Add(it => it.View, view)).Find("[data-testid=deliveries] li").TextContent;

        Assert.Contains("2 attempts, 2 failed", delivery, StringComparison.Ordinal);
        Assert.Contains("no command followed; next came", delivery, StringComparison.Ordinal);
        Assert.Contains("+9.00 s", delivery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SessionExtent.Whole, "Absent", "missing")]
    [InlineData(SessionExtent.NotRead, "NotRead", "not loaded")]
    [InlineData(SessionExtent.OutsideWindow, "OutsideWindow", "too old to load")]
    public void MissingEffect_ForEachReason_HasItsOwnWords(SessionExtent extent, string reason, string words)
    {
        var view = View(new CallScript().AnsweredCaller().Command(CallScript.A, "speak").Wait(2).HangUp(CallScript.A), extent);

        var missing = Part<SessionEffectsPanel>(part => part.Add(it => it.View, view)).FindAll("[data-testid=missing-effects] li");

        Assert.Equal([reason, reason], missing.Select(item => item.GetAttribute("data-reason")));
        Assert.Equal(words, missing[0].QuerySelector(".pill")!.TextContent);
        Assert.Contains("call.speak.started", missing[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("may explain it", missing[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Effects_OfTheSelectedEvent_StandInItsPane_BothWays()
    {
        var view = View(new CallScript().AnsweredCaller());

        var command = Part<EventEffects>(part => part.Add(it => it.View, view).Add(it => it.Row, view.Rows[1]));
        var webhook = Part<EventEffects>(part => part.Add(it => it.View, view).Add(it => it.Row, view.Rows[2]));

        Assert.Equal(("Caused", "call.answered"), (command.Find("dt").TextContent, command.Find("dd a").TextContent.Trim()));
        Assert.Equal(("Caused by", "answer"), (webhook.Find("dt").TextContent, webhook.Find("dd a").TextContent.Trim()));
    }

    [Fact]
    public void Attempts_OfTheSelectedWebhook_AreEachALink()
    {
        var view = View(new CallScript().Incoming(CallScript.A).Wait(1).Webhook(CallScript.A, "call.answered", attempts: [true, false]));

        var attempts = Part<EventEffects>(part => part.Add(it => it.View, view).Add(it => it.Row, view.Rows[2])).FindAll("dd a");

        Assert.Equal(["1 failed", "2 delivered"], attempts.Select(attempt => attempt.TextContent));
        Assert.Equal("true", attempts[1].GetAttribute("aria-current"));
    }
}
