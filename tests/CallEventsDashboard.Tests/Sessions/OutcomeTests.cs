namespace CallEventsDashboard.Sessions;

public sealed class OutcomeTests
{
    private const string A = CallScript.A;
    private const string B = CallScript.B;

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
        Assert.StartsWith("Your application hung up", session.Outcome.Text, StringComparison.Ordinal);
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
        Assert.Contains("On another leg, the transfer target did not answer", session.Outcome.Text, StringComparison.Ordinal);
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

        Assert.StartsWith("The call ended with the cause a\ufffdb\ufffdc", session.Outcome.Text, StringComparison.Ordinal);
    }
}
