namespace CallEventsDashboard.Sessions;

public sealed class EffectsTests
{
    private const string A = CallScript.A;
    private const string B = CallScript.B;

    [Fact]
    public void Effects_OfRepeatedCommands_GoToTheirOwnCommand()
    {
        var session = new CallScript().Command(A, "speak").Wait(0.1).Webhook(A, "call.speak.started").Wait(3)
            .Command(A, "speak").Wait(0.2).Webhook(A, "call.speak.started").Wait(2).Webhook(A, "call.speak.ended").Session;

        Assert.Equal(
            ["call.speak.started 100", "call.speak.started 200", "call.speak.ended 2200"],
            session.Effects.SelectMany(command => command.Effects).Select(effect => $"{effect.Webhook.Name} {effect.Latency.TotalMilliseconds}"));
        Assert.Equal("call.speak.ended", Assert.Single(session.Effects[0].Missing).Expected.Name);
        Assert.Empty(session.Effects[1].Missing);
    }

    [Theory]
    [InlineData(SessionExtent.Whole, MissingReason.Absent)]
    [InlineData(SessionExtent.NotRead, MissingReason.NotRead)]
    [InlineData(SessionExtent.OutsideWindow, MissingReason.OutsideWindow)]
    [InlineData(SessionExtent.Unknown, MissingReason.Unknown)]
    public void MissingEffect_KeepsItsReason(SessionExtent extent, MissingReason expected)
    {
        var session = SessionReader.Read(new CallScript().Command(A, "record_stop").Events, extent);

        var missing = Assert.Single(Assert.Single(session.Effects).Missing);
        Assert.Equal(("call.recording.saved or call.recording.error", expected), (missing.Expected.Name, missing.Reason));
    }

    [Theory]
    [InlineData("record_stop", 1.5, MissingReason.NotYet)]
    [InlineData("record_stop", 60, MissingReason.NotYet)]
    [InlineData("record_stop", 61, MissingReason.Absent)]
    [InlineData("gather", 600, MissingReason.NotYet)]
    [InlineData("gather", 5 * 3600, MissingReason.Absent)]
    public void MissingEffect_OfALegThatIsUp_IsAbsentOnlyAfterItsTime(string command, double age, MissingReason expected)
    {
        var events = new CallScript().AnsweredCaller().Command(A, command).Events;

        var session = SessionReader.Read(events, SessionExtent.Whole, events[^1].OccurredAt + TimeSpan.FromSeconds(age));

        Assert.Equal(expected, Assert.Single(session.Effects[^1].Missing).Reason);
    }

    [Theory]
    [InlineData(30, MissingReason.NotYet)]
    [InlineData(61, MissingReason.Absent)]
    public void MissingEffect_OfALegThatEnded_IsAbsentOnceItsRecordsAreIn(double age, MissingReason expected)
    {
        var events = new CallScript().AnsweredCaller().Command(A, "gather").Wait(100).HangUp(A).Events;

        var session = SessionReader.Read(events, SessionExtent.Whole, events[^1].OccurredAt + TimeSpan.FromSeconds(age));

        Assert.Equal(expected, Assert.Single(session.Effects[^1].Missing).Reason);
    }

    [Fact]
    public void Effect_OnALegWithAnotherClock_IsNotMissing()
    {
        var session = SessionReader.Read(new CallScript().AnsweredCaller().Outgoing(B).Wait(0.8).Command(A, "transfer").Wait(3).Webhook(B, "call.answered").Events, SessionExtent.Whole);

        var transfer = session.Effects.Single(effects => effects.Command.Name == "transfer");
        Assert.Equal(["call.initiated -800", "call.answered 3000"], transfer.Effects.Select(effect => $"{effect.Webhook.Name} {effect.Latency.TotalMilliseconds}"));
        Assert.Empty(transfer.Missing);
    }

    [Fact]
    public void MissingEffect_OnALegThatEnded_NamesTheHangup()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "playback_start").Wait(0.1).HangUp(A).Session;

        Assert.All(session.Effects[^1].Missing, missing => Assert.Equal("call.hangup", missing.HungUp?.Name));
    }

    [Fact]
    public void Transfer_BringsAboutTheNewLeg()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "transfer").Wait(0.3).Outgoing(B).Wait(5).Webhook(B, "call.answered").Webhook(A, "call.bridged").Session;

        var transfer = session.Effects.Single(effects => effects.Command.Name == "transfer");
        Assert.Equal(["call.initiated", "call.answered", "call.bridged"], transfer.Effects.Select(effect => effect.Webhook.Name));
        Assert.Empty(transfer.Missing);
    }

    [Fact]
    public void Join_TakesTheArrivalOfItsOwnLeg()
    {
        var session = new CallScript().Command(A, "join").Command(B, "join").Wait(0.1).Webhook(B, "conference.participant.joined").Wait(1).Webhook(A, "conference.participant.joined").Session;

        Assert.All(session.Effects, effects => Assert.Equal(effects.LegId, Assert.Single(effects.Effects).Webhook.Event.LegId));
    }

    [Fact]
    public void CommandWithoutALeg_BelongsToAConference_WhoseEventsCanNotBeMissed()
    {
        var effects = Assert.Single(new CallScript().Command(null, "speak").Session.Effects);

        Assert.Empty(effects.Missing);
    }

    [Theory]
    [InlineData("enqueue", 0)]
    [InlineData("leave_queue", 0)]
    [InlineData("streaming_start", 0)]
    [InlineData("record_start", 0)]
    [InlineData("streaming_stop", 1)]
    [InlineData("conversation_relay_start", 1)]
    [InlineData("refer", 2)]
    [InlineData("record_pause", 0)]
    public void Command_PromisesOnlyWhatThePublishedContractDoes(string command, int promised) =>
        Assert.Equal(promised, ExpectedWebhookCatalogue.For(command).Count(expected => expected.IsPromised));

    [Fact]
    public void AssistantsOwnPlayback_PromisesNothing() =>
        Assert.Empty(new CallScript().Command(A, "rtp_streaming_start").Wait(0.03).Command(A, "playback_start").Session.Effects);

    [Fact]
    public void RefusedCommand_PromisesNothing() =>
        Assert.Empty(new CallScript().Command(A, "speak", failed: true).Session.Effects);
}
