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
            session.Timings.ResponseTimes.Select(time => (time.Webhook.Name, time.Command.Name, (int)time.Elapsed.TotalMilliseconds)));
    }

    [Fact]
    public void ThinkTime_AfterMinutes_IsNoAnswerToTheWebhook() =>
        Assert.Single(new CallScript().AnsweredCaller().Wait(120).Command(A, "hangup").Session.Timings.ResponseTimes);

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

    [Fact]
    public void ThinkTime_OfABridge_IsFromTheAnswerOfTheOtherLeg()
    {
        var session = new CallScript().AnsweredCaller().Wait(0.8).Command(B, "dial").Outgoing(B).Wait(6).Webhook(B, "call.answered").Wait(0.1).Command(A, "bridge").Session;

        Assert.Equal(
            [("call.initiated", A, "answer", 1000), ("call.answered", A, "dial", 1000), ("call.answered", B, "bridge", 100)],
            session.Timings.ResponseTimes.Select(time => (time.Webhook.Name, time.Webhook.Event.LegId!, time.Command.Name, (int)time.Elapsed.TotalMilliseconds)));
    }

    [Fact]
    public void ThinkTime_AfterFailedAttempts_IsFromTheOneThatArrived()
    {
        var script = new CallScript();
        script.Attempt(A, "call.gather.ended", 1, "failed").Wait(2).Attempt(A, "call.gather.ended", 2, "failed").Wait(4).Attempt(A, "call.gather.ended", 3, "delivered").Wait(0.05).Command(A, "speak");

        Assert.Equal(TimeSpan.FromMilliseconds(50), Assert.Single(script.Session.Timings.ResponseTimes).Elapsed);
    }

    [Fact]
    public void ThinkTime_BeforeTheWebhookArrived_IsNone()
    {
        var script = new CallScript();
        script.Attempt(A, "call.gather.ended", 1, "failed").Wait(2).Command(A, "speak").Wait(1).Attempt(A, "call.gather.ended", 2, "delivered");

        Assert.Empty(script.Session.Timings.ResponseTimes);
    }

    [Theory]
    [InlineData("call.answered", 10.5)]
    [InlineData("call.recording.saved", 0.1)]
    [InlineData("call.playback.started", 0.1)]
    public void ThinkTime_OfACommandThatNothingAskedFor_IsNone(string webhook, double wait) =>
        Assert.Empty(new CallScript().Webhook(A, webhook).Wait(wait).Command(A, "hangup").Session.Timings.ResponseTimes);

    [Theory]
    [InlineData(150, 0.1, 0.2)]
    [InlineData(200, 0.1, 0.2, 0.7)]
    public void Median_OfThinkTimes_IsTheMiddle(int expected, params double[] waits)
    {
        var script = new CallScript();
        foreach (var wait in waits)
            script.Webhook(A, "call.gather.ended").Wait(wait).Command(A, "gather").Wait(1);

        Assert.Equal(expected, script.Session.Timings.MedianResponseTime!.Value.TotalMilliseconds);
    }

    [Fact]
    public void Attempt_WhoseForerunnersWereNotSeen_WasNotDeliveredAtOnce()
    {
        var late = Assert.Single(new CallScript().Attempt(A, "call.answered", 2, "delivered").Session.Timings.Deliveries);
        Assert.Equal((true, false, true), (late.IsDelivered, late.IsRepeated, late.Webhook.LacksAttempts));

        var session = new CallScript().Attempt(A, "call.answered", 2, "failed").Session;
        Assert.Contains(session.Flags, flag => flag.Text == "No attempt seen delivered the webhook call.answered; others were not seen.");
    }

    [Fact]
    public void Attempts_ThatWereAllDelivered_AreARepetition()
    {
        var delivery = Assert.Single(new CallScript().Webhook(A, "call.answered", "{}", "webhook", false, false).Session.Timings.Deliveries);

        Assert.Equal((true, true), (delivery.IsDelivered, delivery.IsRepeated));
    }
}
