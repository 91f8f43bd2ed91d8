using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Summary;

public sealed class SessionHeadTests
{
    [Fact]
    public void Facts_OfAnAnsweredCall_AreThoseOfItsFirstLeg()
    {
        var facts = SessionHead.Create(new CallScript().AnsweredCaller().Wait(9.3).HangUp(CallScript.A).Session);

        Assert.Equal(("+1 202-555-0142", "+1 202-555-0131", "inbound"), (facts.From, facts.To, facts.Kind));
        Assert.Equal(("Duration", "11.0 s", "ringing 1.50 s · talk 9.50 s"), (facts.DurationLabel, facts.Duration, facts.Line));
        Assert.Equal((3, 0, "3 attempts", "1 leg · 4 events"), (facts.Webhooks, facts.Failed, facts.Attempts, facts.Size));
    }

    [Fact]
    public void Duration_OfACallWhoseEndWasNotSeen_SaysThat()
    {
        var facts = SessionHead.Create(new CallScript().AnsweredCaller().Session);

        Assert.Contains("end not seen", facts.DurationLabel, StringComparison.Ordinal);
        Assert.Equal("1.50 s", facts.Duration);
    }

    [Fact]
    public void Facts_WithoutALeg_ClaimNoDirectionAndNoEnd()
    {
        var facts = SessionHead.Create(new CallScript().Webhook(null, "fax.queued").Wait(20).Webhook(null, "fax.delivered").Session);

        Assert.Equal(("", "From the first event to the last", "20.0 s"), (facts.Kind, facts.DurationLabel, facts.Duration));
        Assert.Equal("0 legs · 2 events", facts.Size);
    }

    [Fact]
    public void Facts_OfNothingKnown_SaySo()
    {
        var facts = SessionHead.Create(new CallScript().Raw("{}").Session);

        Assert.Equal(("not known", "not known", "not known"), (facts.From, facts.To, facts.Duration));
    }
}
