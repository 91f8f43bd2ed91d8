using CallEventsDashboard.Components.Sessions.List;

namespace CallEventsDashboard.Sessions;

public sealed class CallStatusTests
{
    private const string A = CallScript.A;

    [Theory]
    [InlineData(60, CallStatus.InProgress, "In progress, 1 min 02 s")]
    [InlineData(4 * 3600, CallStatus.InProgress, "In progress, 4 h 00 min")]
    [InlineData(4 * 3600 + 1, CallStatus.NoHangup, "No hang-up recorded")]
    public void Call_WithoutAHangup_IsUnderWayUntilItWasSilentForTooLong(int silence, CallStatus status, string outcome)
    {
        var session = Read(new CallScript().AnsweredCaller(), silence);

        Assert.Equal((status, false), (session.Status, session.Outcome.IsDecided));
        Assert.StartsWith($"{outcome}. The last event seen is call.answered", session.Outcome.Text, StringComparison.Ordinal);
        Assert.Equal(status is CallStatus.NoHangup, session.Flags.Any(flag => flag.Kind is SessionFlagKind.EndNotSeen));
    }

    [Theory]
    [InlineData(SessionExtent.NotRead)]
    [InlineData(SessionExtent.OutsideWindow)]
    [InlineData(SessionExtent.Unknown)]
    public void Call_ThatWasNotReadWhole_IsNotSaidToBeUnderWay(SessionExtent extent)
    {
        var session = Read(new CallScript().AnsweredCaller(), 60, extent);

        Assert.Equal(CallStatus.Unknown, session.Status);
        Assert.StartsWith("Not enough evidence", session.Outcome.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Call_ThatWasBilled_IsOver() => Assert.Equal(CallStatus.NoHangup, Read(new CallScript().AnsweredCaller().Webhook(A, "call.cost"), 60).Status);

    [Fact]
    public void Call_ThatWasHungUp_IsNeither() => Assert.Equal((CallStatus.Unknown, null), (Read(new CallScript().AnsweredCaller().HangUp(A), 60).Status, Read(new CallScript().AnsweredCaller().HangUp(A), 60).Age));

    [Fact]
    public void RowOfACallUnderWay_SaysItsAge()
    {
        var script = new CallScript().AnsweredCaller();
        var facts = SessionFacts.Create(script.Events, SessionExtent.Whole, script.Events[^1].OccurredAt + TimeSpan.FromSeconds(60));

        Assert.Equal(("In progress, 1 min 02 s", OutcomeTone.Unknown, TimeSpan.FromSeconds(61.5)), (facts.Outcome, facts.Tone, facts.Duration));
    }

    private static CallSession Read(CallScript script, int silence, SessionExtent extent = SessionExtent.Whole) =>
        SessionReader.Read(script.Events, extent, script.Events[^1].OccurredAt + TimeSpan.FromSeconds(silence));
}
