using CallEventsDashboard.Sandbox;
using CsCheck;

namespace CallEventsDashboard.Sessions.Comparison;

public sealed class SessionComparisonTests
{
    [Fact]
    public async Task SessionWithItself_IsTheSameThroughout() => (await SessionsAsync()).Sample(session =>
    {
        var compared = SessionComparison.Compare(session, session);

        Assert.Null(compared.FirstDifference);
        Assert.All(compared.Facts, fact => Assert.True(fact is { IsSame: true, Difference: null }));
        Assert.Equal(session.Marks, compared.Steps.Select(step => step.First));
    });

    [Fact]
    public async Task TwoSessions_HaveEachOfTheirMarksOnce_InOrder_AndPartAtTheFirstOther()
    {
        var sessions = await SessionsAsync();
        Gen.Select(sessions, sessions).Sample((first, second) =>
        {
            var compared = SessionComparison.Compare(first, second);

            Assert.Equal(first.Marks, compared.Steps.Select(step => step.First).OfType<Mark>());
            Assert.Equal(second.Marks, compared.Steps.Select(step => step.Second).OfType<Mark>());
            Assert.Equal(compared.Steps.TakeWhile(step => step.IsSame).Count(), compared.FirstDifference ?? compared.Steps.Count);
            Assert.All(compared.Steps.Where(step => step.IsSame), step => Assert.Equal((step.First!.Key, step.First.IsFailed), (step.Second!.Key, step.Second.IsFailed)));
        });
    }

    [Fact]
    public void Command_RefusedInOne_IsWhereTheyPart()
    {
        CallSession Call(bool isRefused) => new CallScript().Webhook(CallScript.A, "call.initiated").Wait(1).Command(CallScript.A, "answer", failed: isRefused).Wait(1).Webhook(CallScript.A, "call.hangup").Session;

        var compared = SessionComparison.Compare(Call(false), Call(true));

        Assert.Equal(1, compared.FirstDifference);
        Assert.Equal(("answer", "answer", false), (compared.Steps[1].First!.Name, compared.Steps[1].Second!.Name, compared.Steps[1].IsSame));
        Assert.True(compared.Steps[2].IsSame);
    }

    [Fact]
    public void Transfers_ToOtherNumbers_EndAlike_AndSayWhere()
    {
        CallSession Call(string number) => new CallScript().AnsweredCaller().Command(CallScript.A, "transfer").Wait(0.3)
            .WebhookTo(number, CallScript.B, "call.initiated", $$"""{"direction":"outgoing","state":"bridging","to":"{{number}}"}""").Wait(5)
            .WebhookTo(number, CallScript.B, "call.hangup", """{"hangup_cause":"user_busy","hangup_source":"callee","sip_hangup_cause":"486"}""").Wait(4).HangUp(CallScript.A).Session;
        Assert.NotEqual(Call("+12025550131").Outcome.Text, Call("+12025550199").Outcome.Text);

        var facts = SessionComparison.Compare(Call("+12025550131"), Call("+12025550199")).Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);

        Assert.True(facts["Why it ended"].IsSame);
        Assert.Contains("the transfer target was busy", facts["Why it ended"].First, StringComparison.Ordinal);
        Assert.Equal(("+12025550131", "+12025550199", false, true), (facts["Transferred to"].First, facts["Transferred to"].Second, facts["Transferred to"].IsSame, facts["Transferred to"].IsParty));
    }

    [Fact]
    public void Facts_OfTwoHangUps_DifferInCauseAndSay_HowMuchLongerTheSecondTook()
    {
        CallSession Call(string cause, double seconds) => new CallScript().Webhook(CallScript.A, "call.initiated", """{"direction":"incoming"}""").Wait(1).Webhook(CallScript.A, "call.answered").Wait(seconds)
            .Webhook(CallScript.A, "call.hangup", $$"""{"hangup_cause":"{{cause}}","hangup_source":"caller","sip_hangup_cause":"200"}""").Session;

        var facts = SessionComparison.Compare(Call("normal_clearing", 5), Call("user_busy", 65)).Facts.ToDictionary(fact => fact.Name, StringComparer.Ordinal);

        Assert.Equal(("normal_clearing", "user_busy", false), (facts["Cause"].First, facts["Cause"].Second, facts["Cause"].IsSame));
        Assert.Equal(("200", "200", true), (facts["SIP code"].First, facts["SIP code"].Second, facts["SIP code"].IsSame));
        Assert.Equal(("+1 min 00 s", true), (facts["Talk"].Difference, facts["Talk"].IsSame));
        Assert.Equal("+1 min 00 s", facts["Leg A: talk"].Difference);
        Assert.DoesNotContain("Hold", facts.Keys);
        Assert.DoesNotContain("Refused commands", facts.Keys);
    }

    [Fact]
    public void Names_WithLineBreaks_AreOneStepEach()
    {
        var odd = new CallScript().Webhook(CallScript.A, "call\n.initiated\n1").Wait(1).Webhook(CallScript.A, "call.hangup").Session;
        var plain = new CallScript().Webhook(CallScript.A, "call.hangup").Session;

        var compared = SessionComparison.Compare(odd, plain);

        Assert.Equal([false, true], compared.Steps.Select(step => step.IsSame));
    }

    private static async Task<Gen<CallSession>> SessionsAsync()
    {
        var sessions = (await SandboxSessionTests.ReadAsync(RecordShape.Mixed, events: 1500)).Select(events => SessionReader.Read(events)).ToList();
        return Gen.Int[0, sessions.Count - 1].Select(index => sessions[index]);
    }
}
