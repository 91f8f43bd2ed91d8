namespace CallEventsDashboard.Sessions;

public sealed class OutcomeTests
{
    private const string A = CallScript.A;
    private const string B = CallScript.B;
    private const string C = "cccccccc-c8a2-11f1-9c10-02420aef93a0";

    [Fact]
    public void EveryClause_NamesAnEventOfTheSession()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "transfer").Wait(0.3).Outgoing(B).Wait(5).HangUp(B, "user_busy", "callee", "486").Wait(4).HangUp(A).Session;

        Assert.All(session.Outcome.Clauses, clause => Assert.Contains(clause.Evidence, session.Marks));
    }

    [Fact]
    public void HangupCommand_WithTheCallerNamed_IsAContradiction()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "hangup").Wait(0.1).HangUp(A, source: "caller").Session;

        var flag = Assert.Single(session.Flags, flag => flag.Kind == SessionFlagKind.Contradiction);
        Assert.Equal(["call.hangup", "hangup"], flag.Evidence.Select(mark => mark.Name));
        Assert.StartsWith("The caller is named as the one who hung up after the answer. Your application had sent hangup 100 ms before.", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HangupCommand_ThatWasRefused_DidNotEndTheCall()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "hangup", failed: true).Wait(0.1).HangUp(A).Session;

        Assert.Equal("The caller hung up after the answer. Your application's last command on that leg was hangup, 100 ms before the end; Telnyx refused it.", session.Outcome.Text);
        Assert.Equal([SessionFlagKind.Refused], session.Flags.Select(flag => flag.Kind));
    }

    [Theory]
    [InlineData("caller", "callee", "Both ends of the bridge are named as the one who hung up.")]
    [InlineData("callee", "caller", "Each leg of the bridge names the other side as the one who hung up, and no command did.")]
    public void BridgedLegs_ThatDisagree_AreFlagged(string first, string second, string expected)
    {
        var session = new CallScript().AnsweredCaller().Command(A, "transfer").Outgoing(B).Wait(1).Webhook(B, "call.answered").Webhook(A, "call.bridged").Webhook(B, "call.bridged")
            .Wait(9).HangUp(A, source: first).Wait(0.1).HangUp(B, source: second).Session;

        Assert.Equal(expected, Assert.Single(session.Flags).Text);
    }

    [Fact]
    public void FirstLeg_WithoutAHangup_DecidesNothing_ThoughAnotherLegEnded()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "transfer").Outgoing(B).Wait(1).HangUp(B, "no_answer", "callee", "480").Session;

        Assert.False(session.Outcome.IsDecided);
        Assert.Contains("On another leg, the transfer target +1 202-555-0131 did not answer", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Speak_CutOffByTheHangup_IsToldThoughItsEndWasRecordedFirst()
    {
        var session = new CallScript().AnsweredCaller().Webhook(A, "call.speak.started").Wait(2).Webhook(A, "call.speak.ended", """{"status":"call_hangup"}""").Wait(0.02).HangUp(A).Session;

        Assert.StartsWith("The caller hung up during the greeting.", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HostileCause_IsAPlainLine()
    {
        var session = new CallScript().Incoming(A).HangUp(A, "a\\u202eb\\nc").Session;

        Assert.StartsWith(@"The call ended with the cause a\u202eb\nc", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no_answer")]
    [InlineData("timeout")]
    [InlineData("user_busy")]
    [InlineData("originator_cancel")]
    public void CauseOfAnUnansweredCall_AfterAnAnswer_IsAContradictionAndNoVerdict(string cause)
    {
        var session = new CallScript().Outgoing(A).Wait(5).Webhook(A, "call.answered").Wait(3).HangUp(A, cause, "callee", "486").Session;

        Assert.Equal($"The call ended with the cause {cause} (SIP 486) after the answer.", session.Outcome.Text);
        var flag = Assert.Single(session.Flags);
        Assert.Equal(SessionFlagKind.Contradiction, flag.Kind);
        Assert.Equal(["call.hangup", "call.answered"], flag.Evidence.Select(mark => mark.Name));
    }

    [Fact]
    public void Hangup_LongAfterTheBridge_DisagreesWithNothing()
    {
        var session = Bridged().Wait(9).HangUp(B, source: "callee").Wait(50).HangUp(A, source: "caller").Session;

        Assert.StartsWith("The caller hung up after the answer", session.Outcome.Text, StringComparison.Ordinal);
        Assert.Empty(session.Flags);
    }

    [Fact]
    public void Hangup_LongAfterTheBridge_IsNotFromItsOtherSide()
    {
        var session = Bridged().Wait(9).HangUp(B, source: "callee").Wait(50).HangUp(A, source: "callee").Session;

        Assert.StartsWith("Your side hung up after the answer", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bridge_ThatGaveWayToAnother_IsOverForBothItsLegs()
    {
        var session = Bridged().Wait(10).Outgoing(C).Wait(1).Webhook(C, "call.answered").Webhook(A, "call.bridged").Webhook(C, "call.bridged").Wait(20)
            .HangUp(B, source: "callee").Wait(3).HangUp(A, source: "caller").Session;

        Assert.Equal(["bridge 2.7-13.7", "bridge 13.7-36.7"], SessionText.Phases(session, A).Where(text => text.StartsWith("bridge", StringComparison.Ordinal)));
        Assert.Equal("bridge 2.7-13.7", Assert.Single(SessionText.Phases(session, B), text => text.StartsWith("bridge", StringComparison.Ordinal)));
        Assert.StartsWith("The caller hung up while the two parties were connected", session.Outcome.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(session.Flags, flag => flag.Kind == SessionFlagKind.Contradiction);
        Assert.Equal([B, C], session.Legs[0].Relations.Where(relation => relation.Kind == LegRelationKind.Bridge).Select(relation => relation.OtherLegId));
    }

    [Fact]
    public void Session_ThatOutlivesItsFirstLeg_SaysSo()
    {
        var session = Bridged().Wait(10).HangUp(A).Wait(30).HangUp(B, source: "callee").Session;

        var clause = session.Outcome.Clauses.Single(clause => clause.Text.StartsWith("The session went on", StringComparison.Ordinal));
        Assert.Equal(("The session went on for 30.0 s after that, until the transfer target +1 202-555-0131 hung up", session.Legs[1].Hangup!.Mark), (clause.Text, clause.Evidence));
    }

    [Fact]
    public void Call_WithoutLegIds_IsToldByItsHangup()
    {
        var session = new CallScript().Incoming(null).Wait(1).Webhook(null, "call.answered").Wait(2).HangUp(null).Session;

        Assert.Equal("The caller hung up after the answer.", session.Outcome.Text);
        Assert.Equal("call.hangup", session.Outcome.Deciding!.Mark.Name);
    }

    [Fact]
    public void Hangups_WithoutLegIds_DecideNothing_ButWereSeen()
    {
        var session = new CallScript().Incoming(null).Wait(1).Outgoing(null).Wait(2).HangUp(null).Wait(1).HangUp(null, source: "callee").Session;

        Assert.StartsWith("Not enough evidence: hang-ups were seen, but they name no leg", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"fax_id":"1"}""", """{"fax_id":"2","failure_reason":"user_busy"}""")]
    [InlineData("{}", """{"failure_reason":"user_busy"}""")]
    public void Faxes_OfOneSession_AreToldEach(string first, string second)
    {
        var session = new CallScript().Webhook(null, "fax.queued", first).Wait(40).Webhook(null, "fax.failed", second).Wait(1).Webhook(null, "fax.delivered", first).Session;

        Assert.Equal("One fax failed: user busy. Another fax was delivered.", session.Outcome.Text);
        Assert.Equal(["fax.failed", "fax.delivered"], session.Outcome.Clauses.Select(clause => clause.Evidence!.Name));
    }

    [Fact]
    public void Fax_ThatIsStillOnItsWay_IsNotForgotten() => Assert.Equal(
        "One fax was delivered. Another fax was not seen to end.",
        new CallScript().Webhook(null, "fax.delivered", """{"fax_id":"1"}""").Webhook(null, "fax.queued", """{"fax_id":"2"}""").Session.Outcome.Text);

    [Fact]
    public void Outcome_WithoutTheEventOfAnyClause_ReadsDifferently()
    {
        CallScript[] calls =
        [
            new CallScript().AnsweredCaller(),
            new CallScript().AnsweredCaller().Command(A, "speak").Wait(0.2).Webhook(A, "call.speak.started").Wait(2).HangUp(A),
            new CallScript().AnsweredCaller().Command(A, "hangup").Wait(0.1).HangUp(A),
            new CallScript().Incoming(A).Wait(1).Command(A, "reject").Wait(0.1).HangUp(A, "call_rejected", "callee", "403"),
            new CallScript().Outgoing(A).Wait(5).Webhook(A, "call.answered").Wait(3).HangUp(A, "no_answer", "callee", "480"),
            new CallScript().AnsweredCaller().Webhook(A, "call.gather.ended", "{}", "webhook", true, true).Wait(30).HangUp(A),
            new CallScript().AnsweredCaller().Command(A, "transfer").Wait(0.3).Outgoing(B).Wait(5).HangUp(B, "user_busy", "callee", "486").Wait(4).HangUp(A),
            Bridged().Wait(10).HangUp(A).Wait(30).HangUp(B, source: "callee"),
            Bridged().Wait(10).HangUp(B, source: "callee").Wait(0.1).HangUp(A, source: "callee"),
            new CallScript().Webhook(null, "fax.delivered", """{"fax_id":"1"}""").Webhook(null, "fax.failed", """{"fax_id":"2"}"""),
            new CallScript().Command(A, "dial", failed: true),
        ];
        foreach (var session in calls.Select(call => call.Session))
        {
            Assert.All(session.Outcome.Clauses, clause =>
            {
                var rest = session.Marks.Where(mark => mark != clause.Evidence).SelectMany(mark => mark.Attempts).ToList();
                Assert.NotEqual(session.Outcome.Text, SessionReader.Read(rest).Outcome.Text);
            });
        }
    }

    private static CallScript Bridged() => new CallScript().AnsweredCaller().Command(A, "transfer").Outgoing(B).Wait(1).Webhook(B, "call.answered").Webhook(A, "call.bridged").Webhook(B, "call.bridged");
}
