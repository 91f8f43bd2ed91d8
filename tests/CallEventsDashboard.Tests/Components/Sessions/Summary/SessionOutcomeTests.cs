using Bunit;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Summary;

public sealed class SessionOutcomeTests : SessionContext
{
    [Fact]
    public void Outcome_OfABusyTarget_SaysSoAndCarriesTheRawValues()
    {
        var view = View(new CallScript().Command(CallScript.A, "dial").Wait(0.2).Outgoing(CallScript.A).Wait(3).HangUp(CallScript.A, "user_busy", "callee", "486"));

        var outcome = Part<SessionOutcome>(part => part.Add(it => it.Outcome, view.Session.Outcome)).Find("[data-testid=outcome]");

        Assert.Equal(("user_busy", "callee", "486", view.Session.Marks[^1].Fingerprint), (outcome.GetAttribute("data-cause"), outcome.GetAttribute("data-source"), outcome.GetAttribute("data-sip"), outcome.GetAttribute("data-event")));
        Assert.Equal("The called party was busy (SIP 486).", outcome.QuerySelector(".big")!.TextContent.Trim());
        Assert.Equal("user_busy · callee · SIP 486", outcome.QuerySelector(".raw")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("unspecified")]
    public void Outcome_OfAHangUpWithoutASipCode_NamesNone(string sip)
    {
        var view = View(new CallScript().AnsweredCaller().Wait(3).HangUp(CallScript.A, "normal_clearing", "caller", sip));

        var outcome = Part<SessionOutcome>(part => part.Add(it => it.Outcome, view.Session.Outcome)).Find("[data-testid=outcome]");

        Assert.Equal("", outcome.GetAttribute("data-sip"));
        Assert.DoesNotContain("SIP", outcome.TextContent, StringComparison.Ordinal);
        Assert.Contains("SIP not given", SessionReport.Text(view.Session, InstantFormat.Utc), StringComparison.Ordinal);
    }

    [Fact]
    public void Outcome_EachClause_LinksToTheEventThatProvesIt()
    {
        var view = View(new CallScript().AnsweredCaller().Command(CallScript.A, "speak").Wait(0.3).Webhook(CallScript.A, "call.speak.started").Wait(1).HangUp(CallScript.A));

        var outcome = Part<SessionOutcome>(part => part.Add(it => it.Outcome, view.Session.Outcome));

        var proofs = view.Session.Outcome.Clauses.Select(clause => (clause.Text, (string?)clause.Evidence?.Fingerprint));
        Assert.Equal(proofs, outcome.FindAll(".big a, .context a").Select(link => (link.TextContent.Trim(), link.GetAttribute("data-event"))));
    }

    [Fact]
    public void Outcome_WithoutEvidence_IsAnAnswer_AndItsHandlesAreEmpty()
    {
        var view = View(new CallScript().AnsweredCaller());

        var outcome = Part<SessionOutcome>(part => part.Add(it => it.Outcome, view.Session.Outcome)).Find("[data-testid=outcome]");

        Assert.All(new[] { "data-cause", "data-source", "data-sip", "data-event" }, name => Assert.Equal("", outcome.GetAttribute(name)));
        Assert.Equal("Not enough evidence.", outcome.QuerySelector(".big")!.TextContent.Trim());
        Assert.Contains("No hang-up of the call was seen", outcome.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("active", outcome.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Notes_OfLegsThatContradictEachOther_ComeFirst()
    {
        var view = View(new CallScript().AnsweredCaller().Webhook(CallScript.A, "call.speak.ended", attempts: [true, true]).Wait(1)
            .HangUp(CallScript.A, source: "caller").Wait(0.1).HangUp(CallScript.A, "user_busy", "callee"));

        var notes = Part<SessionNotes>(part => part.Add(it => it.View, view));

        Assert.Equal(["Contradiction", "NotDelivered"], notes.FindAll("[data-flag]").Select(note => note.GetAttribute("data-flag")));
        Assert.Equal(2, notes.Find("[data-flag=Contradiction]").QuerySelectorAll("a").Length);
    }

    [Fact]
    public void Outcome_OfHostileText_IsTextAndNothingElse()
    {
        var view = View(new CallScript().AnsweredCaller().Wait(1).HangUp(CallScript.A, "<img src=x onerror=alert(1)>"));

        var outcome = Part<SessionOutcome>(part => part.Add(it => it.Outcome, view.Session.Outcome));

        Assert.Empty(outcome.FindAll("img"));
        Assert.Contains("<img", outcome.Find(".raw").TextContent, StringComparison.Ordinal);
    }
}
