using AngleSharp.Dom;
using Bunit;
using CallEventsDashboard.Sessions;

namespace CallEventsDashboard.Components.Sessions.Events;

/// <summary>The attempts to deliver one webhook in a session's list.</summary>
public sealed class SessionAttemptsTests : SessionContext
{
    private static readonly SessionView Session = View(new CallScript().Incoming(CallScript.A).Wait(1)
        .Webhook(CallScript.A, "call.answered", attempts: [true, true, false]).Wait(1).HangUp(CallScript.A));

    [Fact]
    public async Task Attempts_AreOneRowThatOpensToEach_AndTheCountsStayThoseOfTelnyx()
    {
        var grid = await RenderAsync();

        var row = Assert.Single(Rows(grid), row => row.GetAttribute("data-attempts") == "3");
        Assert.Equal(3, Rows(grid).Count);
        Assert.Contains("failed → delivered, 3 attempts", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 events, as Telnyx counts them, in 3 rows", grid.Find("[data-testid=attempt-rows]").TextContent, StringComparison.Ordinal);

        await row.QuerySelector("button[aria-expanded=false]")!.ClickAsync(new());

        Assert.Equal(["0", "1", "2", "3", "4"], Rows(grid).Select(it => it.GetAttribute("data-index")));
        Assert.Equal(5, Rows(grid).Select(it => it.GetAttribute("data-fingerprint")).Distinct().Count());
        Assert.Equal("5", grid.Find("[role=grid]").GetAttribute("aria-rowcount"));
        await grid.Find("button[aria-expanded=true]").ClickAsync(new());
        Assert.Equal(3, Rows(grid).Count);
    }

    [Fact]
    public async Task Attempt_ThatIsSelected_HasItsOwnRow()
    {
        var second = Session.Session.Marks[1].Attempts[1].Fingerprint;
        var grid = await RenderAsync(second);

        Assert.Equal(second, grid.Find("[data-testid=event-row][aria-selected=true]").GetAttribute("data-fingerprint"));
    }

    [Fact]
    public async Task Session_OverMidnight_SaysTheDayOfEachRowAndTheDaysOfAnOffset()
    {
        var view = View(new CallScript().Incoming(CallScript.A).Wait(90_000).HangUp(CallScript.A));
        var grid = Part<SessionEventGrid>(parameters => parameters.Add(it => it.View, view));
        await grid.InvokeAsync(() => grid.Instance.SetRowsAsync(32, int.MaxValue));

        Assert.Equal(2, Rows(grid).Select(row => row.QuerySelector(".day")!.TextContent).Distinct().Count());
        Assert.Equal("+1 d 01 h", Rows(grid)[^1].QuerySelector(".offset")!.TextContent);
        Assert.Empty((await RenderAsync()).FindAll(".day"));
    }

    [Fact]
    public void EveryEvent_IsFoundInTheRowThatStandsForIt()
    {
        var closed = new SessionLines(Session, new HashSet<string>());
        var open = new SessionLines(Session, new HashSet<string> { Session.Session.Marks[1].Fingerprint });

        Assert.Equal([0, 1, 1, 1, 2], Session.Rows.Select(row => closed.Find(row.Event.Fingerprint)!.Index));
        Assert.Equal([0, 1, 2, 3, 4], Session.Rows.Select(row => open.Find(row.Event.Fingerprint)!.Index));
        Assert.Null(closed.Find("1763800000000000-00000000000000aa"));
    }

    private async Task<IRenderedComponent<SessionEventGrid>> RenderAsync(string? selected = null)
    {
        var grid = Part<SessionEventGrid>(parameters => parameters.Add(it => it.View, Session).Add(it => it.Selected, selected), selected);
        await grid.InvokeAsync(() => grid.Instance.SetRowsAsync(32, int.MaxValue));
        return grid;
    }

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<SessionEventGrid> grid) => grid.FindAll("[data-testid=event-row]");
}
