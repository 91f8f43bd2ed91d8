using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions;

public sealed class SessionViewTests
{
    [Fact]
    public void Rows_OfAnySession_AreItsRecordsByTime_WithTheLetterOfTheirLeg()
    {
        var view = View(new CallScript().AnsweredCaller().Command(CallScript.A, "transfer").Wait(0.3).Outgoing(CallScript.B).Wait(2)
            .Webhook(CallScript.B, "call.answered", attempts: [true, false]).Wait(1).Webhook(null, "call.cost"));

        Assert.Equal(Enumerable.Range(0, 8), view.Rows.Select(row => row.Index));
        Assert.Equal(["A", "A", "A", "A", "B", "B", "B", "–"], view.Rows.Select(row => row.Leg));
        Assert.Equal(TimeSpan.Zero, view.Rows[0].Offset);
    }

    [Fact]
    public void Find_AnAttempt_GivesItsOwnRowAndTheMarkOfAll()
    {
        var view = View(new CallScript().Incoming(CallScript.A).Wait(1).Webhook(CallScript.A, "call.answered", attempts: [true, false]));
        var second = view.Session.Marks[1].Attempts[1];

        var row = view.Find(second.Fingerprint)!;

        Assert.Same(second, row.Event);
        Assert.Same(view.Session.Marks[1], row.Mark);
    }

    [Fact]
    public void Find_ATwinThatIsNotTold_GivesTheFirst_AndNothingForAStranger()
    {
        var view = View(new CallScript().Incoming(CallScript.A));
        var only = view.Rows[0];

        Assert.Same(only, view.Find($"{only.Event.Fingerprint}~2"));
        Assert.Null(view.Find("1763800000000000-00000000000000aa"));
        Assert.Null(view.Find(null));
    }

    private static SessionView View(CallScript script) => new(script.Session);
}
