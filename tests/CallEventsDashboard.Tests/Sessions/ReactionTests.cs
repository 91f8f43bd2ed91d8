using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Sessions;

public sealed class ReactionTests
{
    private const string A = CallScript.A;
    private const string B = CallScript.B;
    private const string Greeting = """{"payload":"Welcome","voice":"female"}""";

    private static readonly SessionFlagKind[] Kinds = [SessionFlagKind.NoReaction, SessionFlagKind.RepeatedCommand, SessionFlagKind.CommandAfterEnd];

    [Theory]
    [InlineData(RecordShape.Documented, 1)]
    [InlineData(RecordShape.Field, 7)]
    public async Task OrdinaryCalls_HaveNoFinding_AndLackNothingThatAnOptionPromises(RecordShape shape, int seed)
    {
        var sessions = await SandboxSessionTests.ReadAsync(new SandboxOptions { Events = 20_000, Shape = shape, Seed = seed });
        var read = sessions.Where(events => events[0].SessionId is not null).Select(events => SessionReader.Read(events, SessionExtent.Whole, SandboxAccount.Start)).ToList();

        Assert.InRange(read.Count, 1500, int.MaxValue);
        Assert.Empty(read.SelectMany(Findings).Select(flag => flag.Text));
        Assert.Contains(read.SelectMany(session => session.Effects).SelectMany(effects => effects.Effects), effect => effect.IsPromised && effect.Webhook.Key.EndsWith(".detection.ended", StringComparison.Ordinal));
        Assert.DoesNotContain(read.SelectMany(session => session.Effects).SelectMany(effects => effects.Missing), missing => missing.Expected.Option is not null && missing.Reason is MissingReason.Absent);
    }

    [Theory]
    [InlineData(CallScenario.Unattended, SessionFlagKind.NoReaction, "call.initiated call.hangup")]
    [InlineData(CallScenario.RepeatedCommand, SessionFlagKind.RepeatedCommand, "call.initiated answer answer")]
    [InlineData(CallScenario.LateCommand, SessionFlagKind.CommandAfterEnd, "playback_start call.hangup")]
    public async Task Call_WithOneMistake_HasThatFindingAlone_WithItsEvidence(CallScenario scenario, SessionFlagKind kind, string evidence)
    {
        foreach (var session in await ScenarioAsync(scenario, 20))
        {
            var finding = Assert.Single(Findings(session));
            Assert.Equal((kind, evidence), (finding.Kind, string.Join(' ', finding.Evidence.Select(mark => mark.Name))));
        }
    }

    [Fact]
    public async Task Detection_ThatWasAskedForAndNeverCame_IsMissing_AndOfNoOtherCall()
    {
        foreach (var session in await ScenarioAsync(CallScenario.LostDetection, 10))
        {
            var missing = Assert.Single(session.Effects.SelectMany(effects => effects.Missing));
            Assert.Equal(("answering_machine_detection", MissingReason.Absent), (missing.Expected.Option?.Name, missing.Reason));
            Assert.Empty(Findings(session));
        }

        Assert.All(await ScenarioAsync(CallScenario.Unanswered, 10), session => Assert.DoesNotContain(session.Effects.SelectMany(effects => effects.Missing), missing => missing.Expected.Option is not null));
    }

    [Theory]
    [InlineData("""{"answering_machine_detection":"detect_words"}""", "call.machine.detection.ended or call.machine.premium.detection.ended")]
    [InlineData("""{"answering_machine_detection":"disabled"}""", "")]
    [InlineData("""{"stream_url":"wss://media.example.test/1"}""", "streaming.started or streaming.failed")]
    [InlineData("""{"record":"record-from-answer"}""", "call.recording.saved or call.recording.error")]
    [InlineData("""{"transcription":true}""", "")]
    [InlineData("""{"record":false,"stream_url":""}""", "")]
    [InlineData("{}", "")]
    public void Options_OfADial_PromiseTheirWebhooks(string parameters, string missing)
    {
        var events = new CallScript().Command(A, "dial", parameters).Wait(0.4).Outgoing(A).Wait(5).Webhook(A, "call.answered").Wait(60).HangUp(A).Events;

        var session = SessionReader.Read(events, SessionExtent.Whole);

        Assert.Equal(missing, string.Join(';', session.Effects.SelectMany(effects => effects.Missing).Select(it => it.Expected.Name)));
    }

    [Fact]
    public void Options_OfACallThatWasNotAnswered_PromiseNothing()
    {
        var events = new CallScript().Command(A, "dial", """{"answering_machine_detection":"premium","record":"record-from-answer"}""").Wait(0.4).Outgoing(A).Wait(20).HangUp(A, "no_answer").Events;

        Assert.Empty(SessionReader.Read(events, SessionExtent.Whole).Effects.SelectMany(effects => effects.Missing));
    }

    [Fact]
    public void Options_OfATransfer_AreOwedByTheLegThatItMakes()
    {
        var script = new CallScript().AnsweredCaller().Command(A, "transfer", """{"answering_machine_detection":"detect"}""").Wait(0.3).Outgoing(B).Wait(5).Webhook(B, "call.answered").Webhook(A, "call.bridged");
        Assert.Equal("answering_machine_detection", Assert.Single(SessionReader.Read(script.Events, SessionExtent.Whole).Effects.SelectMany(effects => effects.Missing)).Expected.Option?.Name);

        var told = SessionReader.Read(script.Wait(2).Webhook(B, "call.machine.detection.ended").Events, SessionExtent.Whole);
        Assert.Empty(told.Effects.SelectMany(effects => effects.Missing));
    }

    [Theory]
    [InlineData(9.9, 0)]
    [InlineData(10.1, 1)]
    public void Caller_WhoGivesUp_IsAFindingOnlyAfterItsTime(double seconds, int findings) =>
        Assert.Equal(findings, Findings(Whole(new CallScript().Incoming(A).Wait(seconds).HangUp(A, "originator_cancel", sip: "487"))).Count());

    [Fact]
    public void Answer_AfterWhichNothingHappens_IsAFinding_WithTheCallersDigitsOrNot()
    {
        var session = Whole(new CallScript().AnsweredCaller().Wait(5).Webhook(A, "call.dtmf.received").Wait(25).HangUp(A));

        var finding = Assert.Single(Findings(session));
        Assert.Equal("The log has no command of your application after call.answered was delivered, for 30.2 s until the end: the caller hung up.", finding.Text);
    }

    [Theory]
    [InlineData("call.bridged")]
    [InlineData("call.machine.detection.ended")]
    [InlineData("streaming.started")]
    public void Answer_AfterWhichSomethingHappens_IsNoFinding(string name) =>
        Assert.Empty(Findings(Whole(new CallScript().AnsweredCaller().Wait(5).Webhook(A, name).Wait(25).HangUp(A))));

    [Theory]
    [InlineData(SessionExtent.NotRead)]
    [InlineData(SessionExtent.OutsideWindow)]
    [InlineData(SessionExtent.Unknown)]
    public void Session_ThatWasNotReadWhole_HasNoCommandMissing(SessionExtent extent) =>
        Assert.Empty(Findings(SessionReader.Read(new CallScript().Incoming(A).Wait(30).HangUp(A).Events, extent)));

    [Fact]
    public void Session_ReadBeforeItsCommandsAreIn_HasNoneMissing()
    {
        var events = new CallScript().Incoming(A).Wait(30).HangUp(A).Events;

        Assert.Empty(Findings(SessionReader.Read(events, SessionExtent.Whole, events[^1].OccurredAt + TimeSpan.FromSeconds(60))));
        Assert.Single(Findings(SessionReader.Read(events, SessionExtent.Whole, events[^1].OccurredAt + TimeSpan.FromSeconds(61))));
    }

    [Fact]
    public void Webhook_ThatWasNotDelivered_CallsForNothing() =>
        Assert.Empty(Findings(Whole(new CallScript().Webhook(A, "call.initiated", """{"direction":"incoming"}""", "webhook", true, true).Wait(30).HangUp(A))));

    [Fact]
    public void TexmlCall_IsAnsweredWhereTheLogDoesNotSee() =>
        Assert.Empty(Findings(Whole(new CallScript().Webhook(A, "call_initiated", """{"direction":"incoming"}""", "call_scripting_webhook").Wait(30).HangUp(A, name: "call_hangup"))));

    [Theory]
    [InlineData(Greeting, Greeting, 0.2, 1)]
    [InlineData(Greeting, """{"payload":"Please wait","voice":"female"}""", 0.2, 0)]
    [InlineData(Greeting, Greeting, 11, 0)]
    [InlineData("""{"payload":"•hidden, 7 characters"}""", """{"payload":"•hidden, 7 characters"}""", 0.2, 0)]
    [InlineData("""{"payload":"Welcome","command_id":"1"}""", """{"payload":"Welcome","command_id":"1"}""", 0.2, 0)]
    [InlineData("""{"payload":"Welcome","command_id":"1"}""", """{"payload":"Welcome","command_id":"2"}""", 0.2, 1)]
    public void Command_SentAgain_IsAFindingWhereNothingElseExplainsIt(string first, string second, double apart, int findings) =>
        Assert.Equal(findings, Findings(Whole(new CallScript().AnsweredCaller().Command(A, "speak", first).Wait(apart).Command(A, "speak", second).Wait(9).HangUp(A))).Count());

    [Fact]
    public void Command_SentAgainAfterAnotherWebhook_AnswersThatOne() =>
        Assert.Empty(Findings(Whole(new CallScript().AnsweredCaller().Command(A, "speak", Greeting).Wait(1).Webhook(A, "call.speak.ended").Wait(0.1).Command(A, "speak", Greeting).Wait(9).HangUp(A))));

    [Fact]
    public void Command_OnTwoLegs_IsNotTheSame() =>
        Assert.Empty(Findings(Whole(new CallScript().AnsweredCaller().Command(A, "hold").Command(B, "hold").Wait(9).HangUp(A))));

    [Fact]
    public void Digits_MayBeSentTwice() =>
        Assert.Empty(Findings(Whole(new CallScript().AnsweredCaller().Command(A, "send_dtmf", """{"digits":"1"}""").Wait(0.5).Command(A, "send_dtmf", """{"digits":"1"}""").Wait(9).HangUp(A))));

    [Fact]
    public void RefusedCommand_AfterTheEnd_IsToldOnce()
    {
        var session = Whole(new CallScript().AnsweredCaller().Command(A, "speak").Wait(20).HangUp(A).Wait(0.1).Command(A, "speak", """{"errors":[{"code":"90018"}]}"""));

        Assert.Empty(Findings(session));
        Assert.Single(session.Flags, flag => flag.Kind is SessionFlagKind.Refused);
    }

    [Fact]
    public void Commands_AfterTheEnd_AreOneFinding()
    {
        var session = Whole(new CallScript().AnsweredCaller().Command(A, "speak").Wait(20).HangUp(A).Wait(0.1).Command(A, "playback_start").Wait(1).Command(A, "hangup"));

        Assert.Equal("2 commands came after the end of their leg, playback_start as the first, 100 ms after it: the caller hung up.", Assert.Single(Findings(session)).Text);
    }

    private static CallSession Whole(CallScript script) => SessionReader.Read(script.Events, SessionExtent.Whole);

    private static IEnumerable<SessionFlag> Findings(CallSession session) => session.Flags.Where(flag => Kinds.Contains(flag.Kind));

    private static async Task<List<CallSession>> ScenarioAsync(CallScenario scenario, int calls)
    {
        var read = await SandboxSessionTests.ReadAsync(new SandboxOptions { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [scenario] = calls } });
        var sessions = read.ConvertAll(events => SessionReader.Read(events, SessionExtent.Whole, SandboxAccount.Start));
        Assert.Equal(calls, sessions.Count);
        return sessions;
    }
}
