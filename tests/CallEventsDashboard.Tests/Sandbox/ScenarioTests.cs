using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Sandbox;

public sealed class ScenarioTests
{
    [Theory]
    [InlineData(CallScenario.Inbound, 1, "answer call.gather.ended call.hangup")]
    [InlineData(CallScenario.Rejected, 1, "reject call.hangup")]
    [InlineData(CallScenario.Outbound, 1, "dial call.answered call.hangup")]
    [InlineData(CallScenario.Unanswered, 1, "dial call.hangup")]
    [InlineData(CallScenario.Transferred, 1, "transfer call.bridged call.hangup")]
    [InlineData(CallScenario.FailedTransfer, 1, "transfer call.hangup")]
    [InlineData(CallScenario.Bridged, 2, "dial bridge call.bridged call.hangup")]
    [InlineData(CallScenario.Queued, 2, "call.enqueued call.dequeued call.bridged call.hangup")]
    [InlineData(CallScenario.Abandoned, 1, "call.enqueued call.hangup call.dequeued")]
    [InlineData(CallScenario.Fax, 0, "")]
    [InlineData(CallScenario.FailedFax, 0, "fax.failed")]
    [InlineData(CallScenario.Texml, 1, "call_initiated call_answered call_hangup")]
    [InlineData(CallScenario.Assistant, 1, "ai_assistant_start call.conversation.ended call.conversation_insights.generated")]
    [InlineData(CallScenario.UnnamedConversation, 1, "ai_assistant_start call.hangup")]
    public void Account_AskedForCalls_HoldsSoMany_WholeAndWithoutFailures(CallScenario scenario, int sessions, string names)
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [scenario] = 3 } });
        var events = api.Events();

        Assert.Equal(3 * sessions, events.Select(row => row.SessionId).OfType<Guid>().Distinct().Count());
        Assert.All(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => Assert.Contains(events, row => row.Name == name));
        Assert.DoesNotContain(events, row => row.Failed || row.Attempt > 1 || row.OccurredAt < SandboxAccount.Start.AddDays(-1));
        Assert.All(events, row => Assert.Equal("completed", row.Status));
    }

    [Theory]
    [InlineData(CallScenario.Unanswered, "call.answered")]
    [InlineData(CallScenario.Rejected, "call.answered")]
    [InlineData(CallScenario.FailedTransfer, "call.bridged")]
    [InlineData(CallScenario.Transferred, "reject")]
    [InlineData(CallScenario.Fax, "fax.failed")]
    [InlineData(CallScenario.UnnamedConversation, "call.conversation.created")]
    public void Call_ByItsName_TakesNoOtherTurn(CallScenario scenario, string never) =>
        Assert.DoesNotContain(SandboxAccount.Open(new SandboxOptions { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [scenario] = 40 } }).Events(), row => row.Name == never);

    [Fact]
    public void Conference_AskedFor_HasARoomAndItsCallers()
    {
        var events = SandboxAccount.Open(new SandboxOptions { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [CallScenario.Conference] = 1 } }).Events();

        Assert.Single(events, row => row is { Name: "conference.created", SessionId: null, LegId: null });
        Assert.InRange(events.Select(row => row.SessionId).OfType<Guid>().Distinct().Count(), 2, 5);
    }

    [Fact]
    public void ThreeFailedDeliveries_AskedFor_AreThose()
    {
        var events = SandboxAccount.Open(new SandboxOptions { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [CallScenario.ThreeFailedDeliveries] = 2 } }).Events();

        Assert.All(events.GroupBy(row => row.SessionId), session =>
        {
            Assert.Equal(3, session.Count(row => row is { Failed: true, Attempt: 1, Type: "webhook" }));
            Assert.Equal(3, session.Count(row => row is { Failed: false, Attempt: 2 }));
        });
    }

    [Fact]
    public void FailedDelivery_AskedFor_HasEveryWebhookTwice()
    {
        var events = SandboxAccount.Open(new SandboxOptions { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [CallScenario.FailedDelivery] = 1 } }).Events();

        Assert.All(events.Where(row => row.Type == "command"), row => Assert.False(row.Failed));
        Assert.All(events.Where(row => row.Type == "webhook").GroupBy(row => (row.Name, row.OccurredAt)), attempts =>
            Assert.Equal([(1, true), (2, false)], attempts.Select(row => (row.Attempt, row.Failed)).Order()));
    }

    [Theory]
    [InlineData(CallScenario.UnderWay, CallStatus.InProgress)]
    [InlineData(CallScenario.LostHangup, CallStatus.NoHangup)]
    public async Task OpenCall_AskedFor_HasNoHangup(CallScenario scenario, CallStatus status)
    {
        var sessions = await SandboxSessionTests.ReadAsync(new SandboxOptions { Events = 0, Scenarios = new Dictionary<CallScenario, int> { [scenario] = 1 } });

        Assert.Equal(status, SessionReader.Read(Assert.Single(sessions), SessionExtent.Whole, SandboxAccount.Start).Status);
    }

    [Theory]
    [InlineData(RecordShape.Documented)]
    [InlineData(RecordShape.Field)]
    public async Task RefusedCommands_AskedFor_CarryTheirErrors(RecordShape shape)
    {
        var sessions = await SandboxSessionTests.ReadAsync(new SandboxOptions { Events = 0, Shape = shape, Scenarios = new Dictionary<CallScenario, int> { [CallScenario.RefusedCommands] = 1 } });

        var session = SessionReader.Read(Assert.Single(sessions), SessionExtent.Whole);
        Assert.Equal(["transfer", "speak", "hangup"], session.Refusals.Select(refusal => refusal.Command.Name));
        Assert.Equal([null, "90018", "90018"], session.Refusals.Select(refusal => refusal.HungUp is null ? null : refusal.Command.Event.Errors[0].Code));
        Assert.Equal("The caller hung up 120 ms before", session.Refusals[1].Race);
    }

    [Fact]
    public void Scenarios_BesideEvents_ChangeNoneOfThem()
    {
        var plain = SandboxAccount.Open(new SandboxOptions { Events = 800 }).Events();
        var more = SandboxAccount.Open(new SandboxOptions { Events = 800, Scenarios = new Dictionary<CallScenario, int> { [CallScenario.Bridged] = 2, [CallScenario.Fax] = 1 } }).Events();

        Assert.Empty(plain.Except(more));
        Assert.NotEmpty(more.Except(plain));
    }

    [Fact]
    public void Calls_InGreatNumber_AllHappenInTheSpan()
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 0, Span = TimeSpan.FromHours(6), Scenarios = new Dictionary<CallScenario, int> { [CallScenario.Inbound] = 2000 } });

        Assert.Equal(2000, api.Events().Select(row => row.SessionId).Distinct().Count());
        Assert.All(api.Events(), row => Assert.InRange(SandboxAccount.Start - row.OccurredAt, TimeSpan.Zero, TimeSpan.FromHours(6)));
    }

    [Fact]
    public void Span_ShorterThanTheHorizon_LeavesNothingToExpire()
    {
        var api = SandboxAccount.Open(new SandboxOptions { Events = 3000, Span = TimeSpan.FromHours(22) });
        var oldest = api.Events().First(row => row.OccurredAt >= SandboxAccount.Start.AddDays(-1));

        Assert.Equal(3000, SandboxAccount.LastDay(api).Count);
        Assert.True(oldest.OccurredAt >= SandboxAccount.Start.AddHours(-22), $"{oldest.OccurredAt:O}");
    }
}
