using CallEventsDashboard.Formatting;

namespace CallEventsDashboard.Sessions;

public sealed class RefusalTests
{
    private const string A = CallScript.A;
    private const string Ended = """{"errors":[{"code":"90018","title":"Call has already ended"}]}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Command_AfterTheCallsEnd_IsToldAsARace(bool isFieldShape)
    {
        var session = new CallScript(isFieldShape).AnsweredCaller().Wait(20).HangUp(A).Wait(0.12).Command(A, "speak", Ended).Session;

        var refusal = Assert.Single(session.Refusals);
        Assert.Equal(("speak", "The caller hung up 120 ms before", "90018 Call has already ended"), (refusal.Command.Name, refusal.Race, refusal.Reason));
        Assert.Equal(session.Legs[0].Hangup!.Mark, refusal.HungUp);
        Assert.DoesNotContain(session.Effects, effects => effects.Command.Name == "speak");
        Assert.EndsWith("Telnyx refused speak, sent 120 ms after the end (90018 Call has already ended).", session.Outcome.Text, StringComparison.Ordinal);
        var flag = session.Flags.Single(flag => flag.Kind is SessionFlagKind.Refused);
        Assert.Equal("Telnyx refused the command speak: 90018 Call has already ended. The caller hung up 120 ms before.", flag.Text);
    }

    [Fact]
    public void Command_AfterAnEndThatNobodyHungUp_NamesTheEnd()
    {
        var session = new CallScript().Outgoing(A).Wait(5).HangUp(A, "user_busy", "callee", "486").Wait(2).Command(A, "speak", Ended).Session;

        Assert.Equal("The leg had ended 2.00 s before: the called party was busy", Assert.Single(session.Refusals).Race);
    }

    [Fact]
    public void Command_RefusedWhileTheCallWentOn_IsNoRace()
    {
        var session = new CallScript().AnsweredCaller().Command(A, "speak", """{"errors":[{"code":"10004","title":"Missing required parameter"},{"code":"10032"}]}""").Wait(5).HangUp(A).Session;

        var refusal = Assert.Single(session.Refusals);
        Assert.Equal((null, "10004 Missing required parameter; 10032"), (refusal.Race, refusal.Reason));
        Assert.Contains("Your application's last command on that leg was speak, 5.00 s before the end; Telnyx refused it (10004 Missing required parameter; 10032)", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusedCommand_LacksNoWebhook()
    {
        var session = SessionReader.Read(new CallScript().AnsweredCaller().Command(A, "record_stop", Ended).Wait(5).HangUp(A).Events, SessionExtent.Whole);

        Assert.DoesNotContain(session.Effects, effects => effects.Command.Name == "record_stop");
        Assert.Equal("record_stop", Assert.Single(session.Refusals).Command.Name);
    }

    [Fact]
    public void Dial_ThatWasRefused_IsTheOutcome()
    {
        var session = new CallScript().Command(A, "dial", """{"errors":[{"code":"10032","title":"Invalid enumerated value"}]}""").Session;

        Assert.Equal("Telnyx refused dial: 10032 Invalid enumerated value.", session.Outcome.Text);
        Assert.Equal(session.Marks[0], session.Outcome.Clauses[0].Evidence);
    }

    [Fact]
    public void Report_OfARefusedCommand_SaysWhy()
    {
        var session = new CallScript().AnsweredCaller().HangUp(A).Wait(0.12).Command(A, "speak", Ended).Session;

        Assert.Contains("speak, refused: 90018 Call has already ended", SessionReport.Text(session, InstantFormat.Utc), StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_OfAHostileRecord_StayOnTheirLine()
    {
        var session = new CallScript().Command(A, "speak", """{"errors":[{"code":"9\n0","title":"a\u202eb"}]}""").Session;

        Assert.Equal(@"9\n0 a\u202eb", Assert.Single(session.Refusals).Reason);
    }
}
