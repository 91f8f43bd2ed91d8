using CallEventsDashboard.Sandbox;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.List;

public sealed class SessionFactsTests
{
    private const string A = CallScript.A;
    private const string B = CallScript.B;

    [Fact]
    public void Call_ThatTheCallerEnded_IsToldInARow()
    {
        var facts = Facts(new CallScript().AnsweredCaller().Wait(20).HangUp(A));

        Assert.Equal((LegDirection.Incoming, "+12025550142", "+12025550131", "call_control"), (facts.Direction, facts.From, facts.To, facts.Product));
        Assert.Equal((1, 4, 0), (facts.Legs, facts.Events, facts.FailedDeliveries));
        Assert.Equal(("The caller hung up", OutcomeTone.Ok), (facts.Outcome, facts.Tone));
        Assert.Equal((TimeSpan.FromSeconds(21.7), true), (facts.Duration, facts.HasEnded));
        Assert.Equal([(0, PhaseKind.Ringing, false), (0, PhaseKind.Talk, false)], facts.Timeline.Bars().Select(bar => (bar.Lane, bar.Kind, bar.IsOpen)));
        Assert.Equal("ringing 1.50 s, talk 20.2 s", facts.Timeline.Words);
    }

    [Fact]
    public void Call_WhoseEndWasNotSeen_IsNotGivenOne()
    {
        var facts = Facts(new CallScript().AnsweredCaller().Wait(20).Webhook(A, "call.dtmf.received"));

        Assert.Equal(("End not seen", OutcomeTone.Unknown, false), (facts.Outcome, facts.Tone, facts.HasEnded));
        var talk = facts.Timeline.Bars().Single(bar => bar.Kind is PhaseKind.Talk);
        Assert.Equal((true, MiniTimeline.Scale), (talk.IsOpen, talk.X + talk.Width));
    }

    [Fact]
    public void Calls_OnOneScale_HaveBarsOfTheirLengths()
    {
        MiniTimeline Call(double talk) => Facts(new CallScript().AnsweredCaller().Wait(talk).HangUp(A)).Timeline;
        int Talk(MiniTimeline timeline) => timeline.Bars(TimeSpan.FromMinutes(1)).Single(bar => bar.Kind is PhaseKind.Talk).Width;

        Assert.InRange(Talk(Call(40)) / (double)Talk(Call(20)), 1.9, 2.1);
        // What is longer than the scale is cut at its end; what begins behind it is not drawn.
        var cut = Call(90).Bars(TimeSpan.FromMinutes(1));
        Assert.Equal(MiniTimeline.Scale, cut.Max(bar => bar.X + bar.Width));
        Assert.Equal([PhaseKind.Ringing], Call(90).Bars(TimeSpan.FromSeconds(1)).Select(bar => bar.Kind));
    }

    [Fact]
    public void Scale_OfTheLongestInView_IsRoundedUp()
    {
        MiniTimeline Long(int seconds) => MiniTimeline.Empty with { Length = TimeSpan.FromSeconds(seconds) };

        Assert.Equal(TimeSpan.FromMinutes(5), BarScaleLength.LengthOf(BarScale.Longest, [Long(10), Long(130), Long(40)]));
        Assert.Equal(TimeSpan.FromSeconds(10), BarScaleLength.LengthOf(BarScale.Longest, []));
        Assert.Equal(TimeSpan.FromHours(31), BarScaleLength.LengthOf(BarScale.Longest, [Long(30 * 3600 + 1)]));
        Assert.Null(BarScaleLength.LengthOf(BarScale.Own, [Long(10)]));
    }

    [Fact]
    public void Transfer_ToABusyTarget_HasTwoLanes()
    {
        var facts = Facts(new CallScript().AnsweredCaller().Command(A, "transfer").Wait(0.3).Outgoing(B).Wait(5).HangUp(B, "user_busy", "callee", "486").Wait(4).HangUp(A));

        Assert.Equal((2, 2), (facts.Legs, facts.Timeline.Lanes));
        Assert.Contains(facts.Timeline.Bars(), bar => bar is { Lane: 1, Kind: PhaseKind.Ringing });
    }

    [Fact]
    public void FailedAttempts_AreCounted_NotTheWebhooksThatArrivedAfterThem()
    {
        var facts = Facts(new CallScript().Incoming(A).Wait(1).Webhook(A, "call.answered", "{}", "webhook", true, true, false).Wait(1).HangUp(A));

        Assert.Equal((2, 5), (facts.FailedDeliveries, facts.Events));
    }

    [Theory]
    [InlineData("user_busy", "486", OutcomeTone.Warn)]
    [InlineData("not_found", "404", OutcomeTone.Bad)]
    [InlineData("normal_clearing", "200", OutcomeTone.Warn)]
    public void Call_ThatWasNeverAnswered_IsNotWell(string cause, string sip, OutcomeTone tone) =>
        Assert.Equal(tone, Facts(new CallScript().Outgoing(A).Wait(5).HangUp(A, cause, "callee", sip)).Tone);

    [Fact]
    public async Task AnySession_OfAnAccount_IsDrawnWithinItsRow()
    {
        foreach (var session in await SandboxSessionTests.ReadAsync(RecordShape.Mixed))
        {
            var facts = SessionFacts.Create(session, SessionExtent.Whole);

            Assert.InRange(facts.Timeline.Bars().Count, 0, 36);
            Assert.InRange(facts.Timeline.Lanes, 0, 4);
            Assert.All(facts.Timeline.Bars(), bar => Assert.True(bar.X >= 0 && bar.Width > 0 && bar.X + bar.Width <= MiniTimeline.Scale && bar.Lane < facts.Timeline.Lanes, $"{bar}"));
            Assert.NotEmpty(facts.Outcome);
            Assert.Equal(session.Count, facts.Events);
        }
    }

    private static SessionFacts Facts(CallScript call) => SessionFacts.Create(call.Events, SessionExtent.Whole);
}
