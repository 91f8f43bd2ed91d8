namespace CallEventsDashboard.Sessions;

public sealed class TimingsTests
{
    private const string A = CallScript.A;
    private const string B = CallScript.B;

    [Fact]
    public void ThinkTime_IsFromTheLastWebhookToTheNextCommandOfThatLeg_SlowFirst()
    {
        var session = new CallScript().Incoming(A).Wait(0.2).Command(A, "answer").Wait(0.3).Webhook(A, "call.answered").Wait(0.1).Webhook(B, "call.initiated").Wait(1.4)
            .Command(A, "speak").Wait(0.1).Webhook(A, "call.speak.started").Wait(0.1).Command(A, "record_start").Session;

        Assert.Equal(
            [("call.answered", "speak", 1500), ("call.initiated", "answer", 200)],
            session.Timings.ThinkTimes.Select(time => (time.Webhook.Name, time.Command.Name, (int)time.Elapsed.TotalMilliseconds)));
    }

    [Fact]
    public void ThinkTime_AfterMinutes_IsNoAnswerToTheWebhook() =>
        Assert.Single(new CallScript().AnsweredCaller().Wait(120).Command(A, "hangup").Session.Timings.ThinkTimes);

    [Fact]
    public void Sums_CountOverlapOnce_AndHoldApart()
    {
        var session = new CallScript().AnsweredCaller().Wait(9.8).Webhook(A, "call.hold").Wait(5).Webhook(A, "call.unhold").Wait(10).HangUp(A)
            .Command(B, "dial").Wait(1).Outgoing(B).Wait(2).HangUp(B).Session;

        var timings = session.Timings;
        Assert.Equal((20, 5, 3.5), (timings.Talk.TotalSeconds, timings.Hold.TotalSeconds, timings.Ringing.TotalSeconds));
        Assert.Equal([null, TimeSpan.FromSeconds(1)], timings.Legs.Select(leg => leg.SetUp));
        Assert.Equal(29.5, timings.Total?.TotalSeconds);
    }
}
