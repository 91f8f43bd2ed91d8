using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Sessions;

/// <summary>Every life cycle of the catalogue, in both shapes of a record.</summary>
public sealed class LifeCycleTests
{
    private const string A = CallScript.A;
    private const string B = CallScript.B;

    [Theory, InlineData(false), InlineData(true)]
    public void Incoming_AnsweredAndSpokenTo_RingsTalksAndSpeaks(bool isFieldShape)
    {
        var session = new CallScript(isFieldShape).AnsweredCaller()
            .Command(A, "speak", """{"payload":"Welcome","voice":"female"}""").Wait(0.3).Webhook(A, "call.speak.started").Wait(2).HangUp(A).Wait(1).Webhook(A, "call.cost").Session;

        Assert.Equal(["ringing 0-1.5", "talk 1.5-4", "speak 2-4"], SessionText.Phases(session, A));
        Assert.Equal("The caller hung up during the greeting. Your application's last command on that leg was speak, 2.30 s before the end.", session.Outcome.Text);
        var leg = Assert.Single(session.Legs);
        Assert.Equal((LegDirection.Incoming, LegRelationKind.Caller, "+12025550142", "+12025550131"), (leg.Direction, leg.Relation!.Kind, leg.From, leg.To));
        Assert.Equal("call.cost", Assert.Single(leg.AfterHangup).Name);
        Assert.True(leg.Phases[0].IsDerived);
        Assert.Equal(TimeSpan.FromSeconds(4), session.End - session.Start);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Incoming_Rejected_RingsUntilTheHangup(bool isFieldShape)
    {
        var session = new CallScript(isFieldShape).Incoming(A).Wait(1).Command(A, "reject").Wait(0.1).HangUp(A, "call_rejected", "callee", "403").Session;

        Assert.Equal(["ringing 0-1.1"], SessionText.Phases(session, A));
        Assert.Equal("Your application rejected the call (SIP 403). It had sent reject 100 ms before.", session.Outcome.Text);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Outgoing_WithDetection_NamesSetUpAndDetection(bool isFieldShape)
    {
        var session = new CallScript(isFieldShape).Command(A, "dial", """{"answering_machine_detection":"detect","from":"+12025550100","to":"+12025550101"}""")
            .Wait(0.5).Outgoing(A).Wait(7).Webhook(A, "call.answered").Wait(3).Webhook(A, "call.machine.detection.ended", """{"result":"machine"}""")
            .Wait(4).Webhook(A, "call.machine.greeting.ended", """{"result":"beep_detected"}""").Wait(1).Command(A, "hangup").Wait(0.1).HangUp(A).Session;

        Assert.Equal(["ringing 0.5-7.5", "talk 7.5-15.6", "machine-detection 7.5-10.5", "machine-detection 10.5-14.5"], SessionText.Phases(session, A));
        Assert.Equal(TimeSpan.FromSeconds(0.5), session.Timings.Legs[0].SetUp);
        Assert.Equal(LegRelationKind.Dialled, session.Legs[0].Relation!.Kind);
        Assert.Equal(
            "Your application hung up after the answer. It had sent hangup 100 ms before. The detection of a machine had found an answering machine.",
            session.Outcome.Text);
    }

    [Theory]
    [InlineData("no_answer", "callee", "480", "The called party did not answer (SIP 480)")]
    [InlineData("timeout", "caller", "487", "The called party did not answer in time (SIP 487)")]
    [InlineData("user_busy", "callee", "486", "The called party was busy (SIP 486)")]
    [InlineData("originator_cancel", "caller", "487", "The call was cancelled before the called party answered (SIP 487)")]
    [InlineData("call_rejected", "callee", "603", "The called party rejected the call (SIP 603)")]
    [InlineData("not_found", "callee", "404", "The number or address of the called party was not found (SIP 404)")]
    [InlineData("unspecified", "unknown", "503", "The call failed (SIP 503) while it rang")]
    [InlineData("unspecified", "unknown", "unspecified", "The call ended without a reason given while it rang")]
    [InlineData("brand_new", "unknown", "200", "The call ended with the cause brand_new while it rang")]
    public void Outgoing_Unanswered_SaysWhy(string cause, string source, string sip, string expected)
    {
        var session = new CallScript().Command(A, "dial").Wait(0.5).Outgoing(A).Wait(20).HangUp(A, cause, source, sip).Session;

        Assert.StartsWith(expected + ".", session.Outcome.Text, StringComparison.Ordinal);
        Assert.Equal(new Hangup(session.Legs[0].Hangup!.Mark, cause, source, SipCode.Parse(sip)), session.Outcome.Deciding);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Transfer_Answered_JoinsTwoLegs(bool isFieldShape)
    {
        var session = new CallScript(isFieldShape).AnsweredCaller().Command(A, "transfer").Wait(0.3).Outgoing(B).Wait(5).Webhook(B, "call.answered")
            .Wait(0.1).Webhook(A, "call.bridged").Webhook(B, "call.bridged").Wait(30).Webhook(A, "call.hold").Wait(10).Webhook(A, "call.unhold").Wait(20)
            .HangUp(B, source: "callee").Wait(0.02).HangUp(A, source: "callee").Session;

        Assert.Equal(["ringing 0-1.5", "talk 1.5-37.1", "bridge 7.1-67.1", "hold 37.1-47.1", "talk 47.1-67.12"], SessionText.Phases(session, A));
        Assert.Equal(["ringing 2-7", "talk 7-67.1", "bridge 7.1-67.1"], SessionText.Phases(session, B));
        Assert.Equal([LegRelationKind.Transfer, LegRelationKind.Bridge], session.Legs[1].Relations.Select(relation => relation.Kind));
        Assert.All(session.Legs[1].Relations, relation => Assert.Equal(A, relation.OtherLegId));
        Assert.StartsWith("The transfer target +1 202-555-0131 hung up while the two parties were connected", session.Outcome.Text, StringComparison.Ordinal);
        Assert.Empty(session.Flags);
    }

    [Fact]
    public void Transfer_EndedWithoutAReason_NamesTheCallThatEnded()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "transfer").Wait(0.3).Outgoing(B).Wait(5).HangUp(B, "unspecified", "unknown", "unspecified")
            .Wait(4).HangUp(A, source: "caller").Session;

        Assert.StartsWith("The caller hung up after the answer. Before that, the call to the transfer target +1 202-555-0131 ended without a reason given.", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Transfer_Busy_IsNamedBeforeTheEnd(bool isFieldShape)
    {
        var session = new CallScript(isFieldShape).AnsweredCaller().Command(A, "transfer").Wait(0.3).Outgoing(B).Wait(5).HangUp(B, "user_busy", "callee", "486")
            .Wait(4).HangUp(A, source: "caller").Session;

        Assert.StartsWith("The caller hung up after the answer. Before that, the transfer target +1 202-555-0131 was busy.", session.Outcome.Text, StringComparison.Ordinal);
        Assert.Equal(session.Legs[1].Hangup!.Mark, session.Outcome.Clauses.Single(clause => clause.Text.StartsWith("Before", StringComparison.Ordinal)).Evidence);
        Assert.Equal(A, session.Outcome.Deciding!.Mark.Event.LegId);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Queue_LeftForAnAgent_EndsWhereTheBridgeBegins(bool isFieldShape)
    {
        var session = new CallScript(isFieldShape).AnsweredCaller().Command(A, "enqueue").Wait(0.1).Webhook(A, "call.enqueued").Wait(40).Webhook(A, "call.bridged")
            .Webhook(A, "call.dequeued").Wait(10).HangUp(A).Session;

        Assert.Equal(["ringing 0-1.5", "talk 1.5-51.8", "queue 1.8-41.8", "bridge 41.8-51.8"], SessionText.Phases(session, A));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Queue_GivenUp_SaysSo(bool isFieldShape)
    {
        var session = new CallScript(isFieldShape).AnsweredCaller().Command(A, "enqueue").Wait(0.1).Webhook(A, "call.enqueued").Wait(40).HangUp(A).Wait(0.01)
            .Webhook(A, "call.dequeued").Session;

        Assert.StartsWith("The caller hung up while waiting in the queue.", session.Outcome.Text, StringComparison.Ordinal);
        Assert.True(session.Legs[0].Phases.Single(phase => phase.Kind == PhaseKind.Queue).EndedByHangup);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Conference_OfTheWholeRoom_IsOnTheLaneWithoutALeg(bool isFieldShape)
    {
        const string Room = """{"conference_id":"c1","creator_call_session_id":"another-session"}""";
        var session = new CallScript(isFieldShape).AnsweredCaller().Command(A, "create").Wait(0.1).Webhook(null, "conference.created", Room)
            .Webhook(A, "conference.participant.joined", Room).Wait(30).Webhook(A, "conference.participant.left", Room).HangUp(A).Wait(1).Webhook(null, "conference.ended", Room).Session;

        Assert.Equal(["ringing 0-1.5", "talk 1.5-31.8", "conference 1.8-31.8"], SessionText.Phases(session, A));
        Assert.Equal(["conference 1.8-32.8"], SessionText.Phases(session, ""));
        Assert.Equal("another-session", Assert.Single(session.Linked).SessionId);
        Assert.Contains(session.Legs[0].Relations, relation => relation.Kind == LegRelationKind.Conference);
        Assert.StartsWith("The caller hung up in the conference", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData("fax.delivered", "The fax was delivered."), InlineData("fax.failed", "The fax failed: user busy.")]
    public void Fax_HasNoLeg_AndAnEnd(string last, string expected)
    {
        var session = new CallScript().Webhook(null, "fax.queued").Wait(2).Webhook(null, "fax.sending.started").Wait(40).Webhook(null, last, """{"failure_reason":"user_busy"}""").Session;

        Assert.Empty(session.Legs);
        Assert.Equal(expected, session.Outcome.Text);
    }

    [Fact]
    public void Texml_NamesWithUnderscores_AreTheSameEvents()
    {
        const string Scripting = "call_scripting_webhook";
        var session = new CallScript(isFieldShape: true).Webhook(A, "call_initiated", """{"direction":"incoming"}""", Scripting).Wait(0.1).Webhook(A, "call_answered", "{}", Scripting)
            .Wait(0.2).Command(A, "instructions.fetch").Command(A, "SPEAK_STARTED").Wait(3).Command(B, "dial").Wait(0.4)
            .Webhook(B, "call_initiated", """{"direction":"outgoing"}""", Scripting).Wait(8).HangUp(B, "user_busy", "callee", "486", "call_hangup").Wait(1)
            .HangUp(A, "normal_clearing", "caller", "200", "call_hangup").Session;

        Assert.Equal(["ringing 0-0.1", "talk 0.1-12.7", "speak 0.3-"], SessionText.Phases(session, A));
        Assert.Equal(["ringing 3.7-11.7"], SessionText.Phases(session, B));
        Assert.Equal(LegRelationKind.Dialled, session.Legs[1].Relation!.Kind);
        Assert.Contains("Before that, the called party was busy", session.Outcome.Text, StringComparison.Ordinal);
        Assert.Empty(session.Timings.ResponseTimes);
    }

    [Fact]
    public void Assistant_ThatFailed_IsNamedThoughTheHangupLooksNormal()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "record_start").Command(A, "ai_assistant_start").Wait(0.5).Webhook(A, "call.conversation.created").Wait(9)
            .HangUp(A, source: "callee").Wait(0.1).Webhook(A, "call.conversation.ended", """{"reason":"llm_error"}""").Wait(1).Webhook(A, "call.recording.saved").Session;

        Assert.Equal(["ai 1.7-11.2", "recording 1.7-11.2", "ringing 0-1.5", "talk 1.5-11.2"], SessionText.Phases(session, A).Order(StringComparer.Ordinal));
        Assert.StartsWith("Your side hung up during the conversation with the assistant. The assistant's conversation ended with llm_error.", session.Outcome.Text, StringComparison.Ordinal);
    }
}
