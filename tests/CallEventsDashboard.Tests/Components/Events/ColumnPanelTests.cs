using Bunit;
using CallEventsDashboard.Components.Pages;
using CallEventsDashboard.Privacy;
using CallEventsDashboard.Sandbox;
using CallEventsDashboard.SavedViews;
using Microsoft.Extensions.DependencyInjection;

namespace CallEventsDashboard.Components.Events;

/// <summary>Columns of one's own in the list of events.</summary>
public sealed class ColumnPanelTests : EventsContext
{
    private ViewStore _views = null!;

    public ColumnPanelTests() => Account = new SandboxOptions { Events = 200 };

    [Fact]
    public async Task Field_Added_IsAColumnOfTheRows()
    {
        var page = await OpenColumnsAsync();

        page.Find("#column-search").Input("hangup_cause");
        (await page.WaitForElementAsync("[data-testid=column-offer][data-column='payload.hangup_cause']")).Click();

        await page.WaitForAssertionAsync(() => Assert.Equal("hangup_cause", Heads(page)[^1]));
        Assert.Equal("payload.hangup_cause", page.FindAll("[role=columnheader]")[^1].GetAttribute("title"));
        var hangups = page.FindAll("[data-testid=event-row][data-event-name='call.hangup'], [data-testid=event-row][data-event-name='call_hangup']");
        Assert.NotEmpty(hangups);
        Assert.Contains(hangups, row => row.Children[^1].TextContent is "normal_clearing" or "user_busy" or "originator_cancel" or "timeout" or "call_rejected" or "no_answer");
        Assert.EndsWith("payload.hangup_cause", _views.Shelf.Columns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_MovedRemovedAndResized_AreSoInHeadAndRows()
    {
        var page = await OpenColumnsAsync();

        Button(page, "Move Event to the left").Click();
        await page.WaitForAssertionAsync(() => Assert.Equal(["Event", "Time (UTC)"], Heads(page).Take(2)));
        Button(page, "Remove Type").Click();
        await page.WaitForAssertionAsync(() => Assert.DoesNotContain("Type", Heads(page)));
        page.Find("[data-testid=chosen-column][data-column=name] input").Change("320");
        await page.WaitForAssertionAsync(() => Assert.StartsWith("name:320,time,delivery", _views.Shelf.Columns, StringComparison.Ordinal));
        Assert.Contains("--columns-widest:320px 196px", page.Find("[data-testid=event-scroller]").GetAttribute("style"), StringComparison.Ordinal);

        Button(page, "Default columns").Click();
        await page.WaitForAssertionAsync(() => Assert.Equal(EventRow.AllColumns.Shown.Count, Heads(page).Count));
        Assert.Equal("", _views.Shelf.Columns);
    }

    [Fact]
    public async Task Column_DraggedWider_BeginsWithTheColumnsThatWereInView()
    {
        var page = await OpenColumnsAsync();

        await page.InvokeAsync(() => page.FindComponent<EventGrid>().Instance.ResizeColumnAsync("name", 400, ["time", "name", "from"]));

        await page.WaitForAssertionAsync(() => Assert.Equal("time,name:400,from", _views.Shelf.Columns));
    }

    [Fact]
    public async Task Compact_Rows_AreSaidToTheStyleSheet_AndLeaveTheColumnsAlone()
    {
        var page = await OpenColumnsAsync();

        Button(page, "Compact").Click();

        await page.WaitForAssertionAsync(() => Assert.Contains("compact", page.Find("[data-testid=event-scroller]").ClassList));
        Assert.Equal(EventRow.AllColumns.Style, page.Find("[data-testid=event-scroller]").GetAttribute("style"));
    }

    [Fact]
    public async Task Fields_InPrivacyMode_ShowStandIns()
    {
        var page = await OpenColumnsAsync("payload.from,payload.x_custom_name");
        Assert.Contains(page.FindAll("[data-testid=event-row]"), row => row.Children[0].TextContent.StartsWith('+'));

        await page.InvokeAsync(() => Services.GetRequiredService<PrivacyMode>().Set(isOn: true));

        await page.WaitForAssertionAsync(() => Assert.DoesNotContain(page.FindAll("[data-testid=event-row]"), row => row.Children[0].TextContent.StartsWith('+')));
        Assert.Contains(page.FindAll("[data-testid=event-row]"), row => row.Children[0].TextContent.StartsWith('•'));
        Assert.DoesNotContain("x_custom", page.Find("[role=grid]").InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("x_custom", page.Find("[data-testid=columns]").TextContent, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<EventsPage>> OpenColumnsAsync(string columns = "")
    {
        _views = await new ViewTabs().OpenAsync();
        await _views.UseColumnsAsync(columns);
        Services.AddScoped(_ => _views);
        var page = await OpenRowsAsync();
        page.Find("[data-testid=columns-open]").Click();
        return page;
    }

    private static IReadOnlyList<string> Heads(IRenderedComponent<EventsPage> page) =>
        [.. page.FindAll("[role=columnheader]").Select(head => string.Join(' ', head.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
