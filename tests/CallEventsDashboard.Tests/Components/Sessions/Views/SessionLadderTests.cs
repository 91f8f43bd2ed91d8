using Bunit;
using CallEventsDashboard.Auditing;
using CallEventsDashboard.Components.Sessions.Content;
using CallEventsDashboard.Formatting;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sessions;
using CallEventsDashboard.Telnyx;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallEventsDashboard.Components.Sessions.Views;

public sealed class SessionLadderTests : SessionContext
{
    [Fact]
    public void Ladder_OfACall_DrawsEachStepOnceAndSaysThatItIsNotSip()
    {
        var view = View(new CallScript().AnsweredCaller().Wait(5).HangUp(CallScript.A));

        var ladder = Part<SessionLadder>(part => part.Add(it => it.View, view)).Find("[data-testid=ladder]");

        Assert.Contains("not SIP", ladder.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["Caller", "Telnyx", "Your application"], ladder.QuerySelectorAll("text.party").Select(party => party.TextContent));
        Assert.Equal(Ladder.Create(view.Session).Steps.Select(step => step.Label), ladder.QuerySelectorAll("text.name").Select(name => name.TextContent));
        Assert.Equal(["+0 ms", "+1.00 s", "+1.50 s", "+6.70 s"], ladder.QuerySelectorAll("text.time").Select(time => time.TextContent));
        Assert.Equal(["Δ 0 ms", "Δ 1.00 s", "Δ 500 ms", "Δ 5.20 s"], ladder.QuerySelectorAll("text.delta").Select(delta => delta.TextContent));
    }

    [Fact]
    public void Ladder_OfManySteps_DrawsAPartOfThem_ThatFollowsTheSelection()
    {
        var view = View(Long());
        var selected = view.Session.Marks[450].Fingerprint;

        var ladder = Part<SessionLadder>(part => part.Add(it => it.View, view), selected);

        Assert.Equal(LadderDrawing.MostSteps, ladder.FindAll("a.step").Count);
        Assert.Equal(selected, ladder.Find("a.step[aria-current]").GetAttribute("data-event"));
        ladder.FindAll("button").Single(button => button.TextContent == "Earlier").Click();
        Assert.Empty(ladder.FindAll("a.step[aria-current]"));
        Assert.Contains("701 – 800 of 1,205", ladder.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyMenu_ForEachForm_MakesItsText_AndTheAuditSaysSo()
    {
        using var lines = new AuditLines();
        AddAuthorization().SetAuthorized("somebody");
        Services.AddSingleton<ILoggerFactory>(lines).AddAuditing();
        var script = new CallScript().AnsweredCaller().Wait(5).HangUp(CallScript.A);
        var view = View(script);
        var mask = new RecordMask(new Pseudonyms(ApiKey.TryParse("KEY0123456789ABCDEF_example7f3a")!));
        var masked = SessionReader.Read([.. script.Events.Select(mask.Of)], SessionExtent.Whole);
        var menu = Part<SessionCopyMenu>(part => part.Add(it => it.View, view).Add(it => it.Masked, () => masked)).Instance;

        Assert.Equal(SessionReport.Text(view.Session, InstantFormat.Utc), await menu.MakeAsync("text"));
        Assert.DoesNotContain("+12025550142", await menu.MakeAsync("masked"), StringComparison.Ordinal);
        Assert.StartsWith("sequenceDiagram", await menu.MakeAsync("mermaid"), StringComparison.Ordinal);
        await menu.DrawnAsync();
        var copies = lines.Written.Where(line => Equals(line["Category"], AuditLog.Category)).ToList();
        Assert.Equal(4, copies.Count);
        Assert.All(copies, line => Assert.Equal(("export", $"session {CallScript.SessionId}"), ($"{line["Action"]}", $"{line["Subject"]}")));
    }

    private static CallScript Long()
    {
        var script = new CallScript().AnsweredCaller();
        for (var i = 0; i < 600; i++)
            script.Wait(0.1).Webhook(CallScript.A, "call.dtmf.received", """{"digit":"1"}""", "call_scripting_webhook");
        return script;
    }
}
