using Bunit;
using CallEventsDashboard.Components.Lists;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Sandbox;

namespace CallEventsDashboard.Components.Events;

/// <summary>The attempts to deliver one webhook in the list of all events, where each keeps the place that Telnyx counts.</summary>
public sealed class AttemptRowsTests : EventsContext
{
    [Fact]
    public async Task Attempts_ThatStandNearToEachOther_SayWhichOfHowManyAndHowTheyFared()
    {
        var page = await OpenRowsAsync("events?type=webhook");
        var webhooks = Api.Events().Where(row => row.Type.EndsWith("webhook", StringComparison.Ordinal) && row.OccurredAt > Time.GetUtcNow().AddHours(-24)).ToList();

        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=attempts]")));
        Assert.All(page.FindAll("[data-testid=attempts]"), note => Assert.Matches("^attempt [1-9] of [2-9]: (failed|delivered)( → delivered)?$", note.TextContent));
        Assert.Equal($"{webhooks.Count}", page.Find("[role=grid]").GetAttribute("aria-rowcount"));
    }

    [Fact]
    public async Task Row_ThatNamesNobody_ShowsTheNumbersOfItsSession()
    {
        var page = await OpenRowsAsync("events");

        await page.WaitForAssertionAsync(() => Assert.NotEmpty(page.FindAll("[data-testid=event-row] .from.dim")));
        var rows = page.FindAll("[data-testid=event-row]");
        foreach (var row in rows.Where(row => row.QuerySelector(".from.dim") is not null))
        {
            Assert.Contains(rows, other => other.GetAttribute("data-session-id") == row.GetAttribute("data-session-id")
                && other.QuerySelector(".from:not(.dim)")?.TextContent == row.QuerySelector(".from")!.TextContent);
        }
    }

    [Fact]
    public async Task List_WhoseFirstAnswerIsOutstanding_HasItsHeadAndRowsThatLookLikeThoseToCome()
    {
        const string list = "event-scroller";
        Api.Faults = new SandboxFaults { Fault = Fault.Hung };
        var page = await OpenAsync();

        await page.WaitForAssertionAsync(() => Assert.Equal(GridColumns<EventRow>.WaitingRows, page.FindAll($"[data-testid={list}] .row.waiting").Count));
        var columns = page.FindAll($"[data-testid={list}] [role=columnheader]").Count;
        Assert.Equal(columns, page.FindAll($"[data-testid={list}] .row.waiting")[0].Children.Length);
        Assert.Empty(page.FindAll("[data-testid=event-placeholder]"));
    }
}
