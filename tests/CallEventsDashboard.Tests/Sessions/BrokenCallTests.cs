namespace CallEventsDashboard.Sessions;

public sealed class BrokenCallTests
{
    private const string A = CallScript.A;
    private const string B = CallScript.B;

    [Fact]
    public void Hangup_NotSeen_IsNotEnoughEvidence_AndLeavesPhasesOpen()
    {
        var session = new CallScript().AnsweredCaller().Session;

        Assert.Equal(["ringing 0-1.5", "talk 1.5-"], SessionText.Phases(session, A));
        Assert.False(session.Outcome.IsDecided);
        Assert.StartsWith("Not enough evidence", session.Outcome.Text, StringComparison.Ordinal);
        Assert.EndsWith("The last event seen is call.answered.", session.Outcome.Text, StringComparison.Ordinal);
        Assert.Null(session.End);
        Assert.Equal(SessionFlagKind.EndNotSeen, Assert.Single(session.Flags).Kind);
    }

    [Fact]
    public void Hangup_BeforeTheAnswer_EndsTheLegAndIsFlagged()
    {
        var session = new CallScript().Incoming(A).Wait(1).HangUp(A, "originator_cancel", sip: "487").Wait(0.2).Webhook(A, "call.answered").Session;

        Assert.Equal(["ringing 0-1"], SessionText.Phases(session, A));
        Assert.Equal("call.answered", Assert.Single(session.Legs[0].AfterHangup).Name);
        Assert.Equal(SessionFlagKind.OutOfOrder, Assert.Single(session.Flags).Kind);
        Assert.Equal("The caller gave up before an answer (SIP 487).", session.Outcome.Text);
    }

    [Fact]
    public void Attempts_OfOneWebhook_AreOneMark()
    {
        var session = new CallScript().Webhook(A, "call.initiated", """{"direction":"incoming"}""", "webhook", true, true, false).Wait(1).Command(A, "answer").Session;

        var mark = session.Legs[0].Marks[0];
        Assert.Equal([1, 2, 3], mark.Attempts.Select(attempt => attempt.Attempt ?? 0));
        Assert.Equal((2, false, mark.Attempts[0].Fingerprint), (mark.FailedAttempts, mark.IsFailed, mark.Fingerprint));
        Assert.Equal("answer", Assert.Single(session.Timings.Deliveries).NextCommand!.Name);
    }

    [Fact]
    public void Attempt_RecordedTwice_StaysInItsMark()
    {
        var events = new CallScript().AnsweredCaller().Events;

        var session = SessionReader.Read([.. events, .. events.Where(recorded => recorded.IsWebhook)]);

        Assert.Equal(5, session.EventCount);
        Assert.Equal(3, session.Marks.Count);
        Assert.Equal(["ringing 0-1.5", "talk 1.5-"], SessionText.Phases(session, A));
    }

    [Fact]
    public void Webhook_ThatNoAttemptDelivered_IsFlaggedAndExplainsTheSilence()
    {
        var session = new CallScript().AnsweredCaller().Webhook(A, "call.gather.ended", "{}", "webhook", true, true).Wait(30).HangUp(A).Session;

        Assert.Contains(session.Flags, flag => flag.Kind == SessionFlagKind.NotDelivered);
        Assert.Contains("The webhook call.gather.ended was not delivered, and no command followed it on that leg", session.Outcome.Text, StringComparison.Ordinal);
        Assert.Null(session.Timings.Deliveries[0].NextCommand);
    }

    [Fact]
    public void OneInstant_IsReadAsACallGoes()
    {
        var session = new CallScript().HangUp(A).Webhook(A, "call.answered").Incoming(A).Command(A, "answer").Session;

        Assert.Equal(["answer", "call.initiated", "call.answered", "call.hangup"], session.Legs[0].Marks.Select(mark => mark.Name));
        Assert.Equal(["ringing 0-0", "talk 0-0"], SessionText.Phases(session, A));
    }

    [Fact]
    public void TransferredLeg_WithAClockThatIsBehind_IsStillTheTransfersLeg()
    {
        var session = new CallScript().AnsweredCaller().Outgoing(B).Wait(0.8).Command(A, "transfer").Wait(3).Webhook(B, "call.answered").Session;

        Assert.Equal((LegRelationKind.Transfer, A), (session.Legs[1].Relation!.Kind, session.Legs[1].Relation!.OtherLegId));
        Assert.Contains(session.Flags, flag => flag.Kind == SessionFlagKind.OutOfOrder && flag.LegId == B);
    }

    [Fact]
    public void OneEvent_IsASessionOfOneLeg()
    {
        var session = new CallScript().Webhook(A, "call.answered").Session;

        Assert.Equal(["talk 0-"], SessionText.Phases(session, A));
        Assert.Equal(session.Start, session.LastSeen);
    }

    [Fact]
    public void NoEvent_IsASessionOfNothing()
    {
        var session = SessionReader.Read([]);

        Assert.Empty(session.Lanes);
        Assert.Equal("There are no events to judge by.", session.Outcome.Text);
        Assert.Equal("sequenceDiagram\n    %% Commands and webhooks, not SIP messages\n", MermaidLadder.Write(Ladder.Create(session)));
    }

    [Fact]
    public void EventsWithoutLegs_ShareOneLane_WithItsPhases()
    {
        var session = new CallScript().Incoming(null).Wait(1).Webhook(null, "call.answered").Wait(2).HangUp(null).Session;

        Assert.Empty(session.Legs);
        Assert.Equal(3, session.Legless!.AllMarks.Count());
        Assert.Equal(["ringing 0-1", "talk 1-3"], SessionText.Phases(session, ""));
    }

    [Theory]
    [InlineData("""{"name":"something.new","type":"surprise","call_leg_id":"L","event_timestamp":"2026-11-23T09:00:00Z"}""")]
    [InlineData("""{"name":"","type":"","leg_id":"L"}""")]
    [InlineData("""{"leg_id":"L","payload":7,"metadata":"text"}""")]
    [InlineData("""{"name":"call.hangup","type":"webhook","leg_id":"L","metadata":{"event":{"payload":{"hangup_cause":{},"hangup_source":[1]}}}}""")]
    public void Unknown_NamesTypesAndShapes_AreMarks(string record)
    {
        var session = new CallScript().Raw(record).Session;

        Assert.Equal("L", Assert.Single(session.Legs).LegId);
        Assert.Single(session.Marks);
        Assert.NotEmpty(SessionText.Whole(session));
    }

    [Fact]
    public void RecordWithoutATime_IsLastOnItsLane_AndBoundsNothing()
    {
        var session = new CallScript().Raw($$"""{"name":"call.hold","type":"webhook","call_leg_id":"{{A}}"}""").AnsweredCaller().HangUp(A).Session;

        Assert.Equal("call.hold", session.Legs[0].Marks[^1].Name);
        Assert.Equal(["ringing 0-1.5", "talk 1.5-1.7"], SessionText.Phases(session, A));
        Assert.Equal(SessionFlagKind.Untimed, Assert.Single(session.Flags).Kind);
    }

    [Fact]
    public void Media_WithoutTheirEnd_EndWithTheLeg_AndWithoutTheirStartAreMarks()
    {
        var session = new CallScript().AnsweredCaller().Webhook(A, "call.speak.ended").Webhook(A, "call.playback.started").Wait(1)
            .Command(A, "gather").Wait(1).HangUp(A).Session;

        var media = session.Legs[0].Phases.Where(phase => phase.Kind > PhaseKind.Bridge).ToList();
        Assert.Equal([PhaseKind.Playback, PhaseKind.Gather], media.Select(phase => phase.Kind));
        Assert.All(media, phase => Assert.True(phase.EndedByHangup));
    }

    [Fact]
    public void Recording_SavedLate_DoesNotEndTheNextOne()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "record_start").Wait(1).Command(A, "record_stop").Wait(1).Command(A, "record_start").Wait(1)
            .Webhook(A, "call.recording.saved").Wait(1).Command(A, "record_stop").Session;

        Assert.Equal(["recording 1.7-2.7", "recording 3.7-5.7"], SessionText.Phases(session, A).Where(text => text.StartsWith("rec", StringComparison.Ordinal)));
    }

    [Fact]
    public void TenThousandEvents_AreRead()
    {
        var script = new CallScript().AnsweredCaller();
        for (var i = 0; i < 1666; i++)
        {
            script.Command(A, "speak").Wait(0.1).Webhook(A, "call.speak.started").Wait(1).Webhook(A, "call.speak.ended")
                .Webhook(A, "call.bridged").Webhook(B, "call.bridged").Webhook(A, "call.playback.started", """{"media_url":"https://media.test/a.mp3"}""");
        }

        script.HangUp(A);
        // How long it takes is the Benchmarks' to measure.
        Assert.Equal(script.Events.Count, script.Session.EventCount);
    }
}
