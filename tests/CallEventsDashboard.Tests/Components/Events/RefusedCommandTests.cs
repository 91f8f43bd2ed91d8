using Bunit;
using CallEventsDashboard.Components.Events.Detail;
using CallEventsDashboard.Components.Sessions;
using CallEventsDashboard.Components.Sessions.Events;
using CallEventsDashboard.Components.Sessions.List;
using CallEventsDashboard.Components.Sessions.Timeline;
using CallEventsDashboard.Components.Sessions.Views;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Queries;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Components.Events;

/// <summary>A command that Telnyx refused, in each place that shows it.</summary>
public sealed class RefusedCommandTests : SessionContext
{
    private const string A = CallScript.A;

    [Theory]
    [InlineData("""[{"code":"90018","title":"Call has already ended"}]""", "refused · 90018", "90018")]
    [InlineData("""[{"code":"10004"},{"code":"10032"}]""", "refused · 10004+", "10004")]
    [InlineData("""[{"title":"Call has already ended"}]""", "refused", "")]
    public void Row_OfARefusedCommand_SaysSoWithItsCode(string errors, string words, string code)
    {
        var pill = Render<EventRow>(row => row.Add(it => it.Index, 0).Add(it => it.Row, Late(errors).Events[^1])).Find(".delivery > [data-testid=refused]");

        Assert.Equal((words, code, "pill bad"), (pill.TextContent, pill.GetAttribute("data-code"), pill.ClassName));
    }

    [Fact]
    public void SessionsOwnList_OfARefusedCommand_SaysSoWithItsCode()
    {
        var row = View(Late()).Rows[^1];

        var pill = Part<SessionEventRow>(part => part.Add(it => it.Line, new SessionLine(0, row, [], false))).Find(".delivery > [data-testid=refused]");

        Assert.Equal(("refused · 90018", "90018"), (pill.TextContent, pill.GetAttribute("data-code")));
    }

    [Fact]
    public void Detail_OfARefusedCommand_BeginsWithItsErrors()
    {
        var errors = """[{"code":"90018","title":"Call has already ended","detail":"Try a live one."},{"code":"10032"}]""";
        var view = View(Late(errors));

        var pane = Part<EventDetail>(part => part.Add(it => it.Event, view.Rows[^1].Event).Add(it => it.Place, new EventPlace(CallEventQuery.Default))
            .AddChildContent<EventEffects>(effects => effects.Add(it => it.View, view).Add(it => it.Row, view.Rows[^1])));

        var note = pane.Find("header + [data-testid=refused]");
        Assert.Equal("90018", note.GetAttribute("data-code"));
        Assert.Equal(["90018 Call has already ended", "10032"], note.QuerySelectorAll("li").Select(line => line.TextContent.Replace("Try a live one.", "", StringComparison.Ordinal).Trim()));
        Assert.Equal("Try a live one.", note.QuerySelector("li .dim")!.TextContent.Trim());
        Assert.Equal("The caller hung up 120 ms before", pane.Find("[data-testid=event-effects] a").TextContent.Trim());
        Assert.Equal("refused", pane.Find("[data-field=Outcome] .pill.bad").TextContent);
    }

    [Fact]
    public void CauseAndEffect_OfARefusedCommand_PromisesNothing()
    {
        var panel = Part<SessionEffectsPanel>(part => part.Add(it => it.View, View(Late())));

        var refused = panel.Find("[data-testid=refused-commands] li");
        Assert.Contains("The caller hung up 120 ms before", refused.TextContent, StringComparison.Ordinal);
        Assert.Equal("refused · 90018", refused.QuerySelector("[data-testid=refused]")!.TextContent);
        Assert.Empty(panel.FindAll("[data-testid=missing-effects]"));
    }

    [Fact]
    public void Lane_OfARefusedCommand_HasItsCode()
    {
        var head = TimelinePack.Create(Late().Session, InstantFormat.Utc).Head;

        Assert.Equal([("speak", "refused · 90018", "90018")], head.Sorts.Where(sort => sort.Refused is not null).Select(sort => (sort.Name, sort.Refused, sort.Code)));
    }

    [Fact]
    public void SessionsList_CountsRefusedCommands()
    {
        var facts = SessionFacts.Create(Late().Events, SessionExtent.Whole);

        Assert.Equal((1, "90018"), (facts.RefusedCommands, facts.RefusedCode));
    }

    [Fact]
    public void Errors_WhileNumbersAreMasked_HoldNone()
    {
        var mask = new RecordMask(new Pseudonyms(ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!));

        var error = Assert.Single(mask.Of(Late("""[{"code":"10016","title":"+12025550142 is not valid","detail":"Dial another than +12025550142"}]""").Events[^1]).Errors);

        Assert.Equal("10016", error.Code);
        Assert.DoesNotContain("202555", error.Title + error.Detail, StringComparison.Ordinal);
    }

    private static CallScript Late(string errors = """[{"code":"90018","title":"Call has already ended"}]""") =>
        new CallScript().AnsweredCaller().Wait(20).HangUp(A).Wait(0.12).Command(A, "speak", $$"""{"payload":"Hello","errors":{{errors}}}""");
}
